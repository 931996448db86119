package lantian.local.chaos;

import java.net.ConnectException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import lantian.local.Refused;
import lantian.local.api.Api;
import lantian.local.chaos.History.Answer;

/**
 * Makes a call as a patient person does: again when the service says that it cannot now, or when no
 * answer comes, each time under the same key, so that it takes effect once.
 */
final class Caller {

  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

  private final History history;
  private final Duration patience;

  Caller(History history, Duration patience) {
    this.history = history;
    this.patience = patience;
  }

  /**
   * The answer, once there is one that is not "later". What a service refuses for good is thrown,
   * unless an earlier try of the same call stayed without an answer and may have had its effect;
   * then {@code whenUnknown} finds out.
   */
  Api.Answer call(
      Function<String, Api.Answer> attempt, Function<Api.RefusedCall, Api.Answer> whenUnknown) {
    var key = UUID.randomUUID().toString();
    long until = System.nanoTime() + patience.toNanos();
    var unknown = false;
    while (true) {
      try {
        var answer = attempt.apply(key);
        history.answered(Answer.YES);
        return answer;
      } catch (Api.NoAnswer e) {
        var neverSent = e.getCause() instanceof ConnectException;
        history.answered(neverSent ? Answer.NO : Answer.UNKNOWN);
        unknown = unknown || !neverSent;
        goOn(until, e);
      } catch (Api.RefusedCall e) {
        history.answered(Answer.NO);
        if (e.status() < 500 && e.status() != 429 && !e.later()) {
          if (unknown) {
            return whenUnknown.apply(e);
          }
          throw e;
        }
        // A failure on the way of the commit: nobody knows.
        unknown = unknown || e.status() == 500;
        goOn(until, e);
      } catch (Refused e) {
        goOn(until, e);
      }
    }
  }

  private static void goOn(long until, RuntimeException failure) {
    if (System.nanoTime() > until || Thread.currentThread().isInterrupted()) {
      throw failure;
    }
    LockSupport.parkNanos(PAUSE);
  }
}
