package lantian.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lantian.kit.observability.Traces;
import lantian.notification.NotificationSettings;
import lantian.notification.NotificationSettings.Breaker;
import lantian.notification.NotificationSettings.Email;
import lantian.notification.NotificationSettings.Retrying;
import lantian.notification.NotificationSettings.Security;
import lantian.notification.NotificationSettings.Sending;
import lantian.notification.NotificationSettings.Webhook;
import lantian.notification.delivery.SendingSignal;
import org.junit.jupiter.api.Test;

/** Whatever is thrown where the sender looks for work, its one thread looks again. */
class SenderGoesOnTest {
  private static final Duration SHORT = Duration.ofMillis(5);

  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final SendingSignal signal = new SendingSignal();
  private final NotificationSettings settings =
      new NotificationSettings(
          URI.create("http://127.0.0.1:8083"),
          new Sending(
              Map.of(), 64, new Breaker(Duration.ofSeconds(30), 4, 50, SHORT), SHORT, SHORT, SHORT),
          new Retrying(SHORT, SHORT, Map.of()),
          SHORT,
          new Webhook(SHORT, List.of()),
          new Email("", 25, Security.NONE, "", "", "", null, "", SHORT, SHORT));

  @Test
  void anErrorEndsNothing() throws InterruptedException {
    assertThat(looksThreeTimes(new StackOverflowError("while it looked"))).isTrue();
  }

  @Test
  void anExceptionNeither() throws InterruptedException {
    assertThat(looksThreeTimes(new IllegalStateException("the database is away"))).isTrue();
  }

  /** {@code trouble}: an Error or a RuntimeException, at each of the first two looks. */
  private boolean looksThreeTimes(Throwable trouble) throws InterruptedException {
    var looks = new CountDownLatch(3);
    var concluding = concluding();
    var recovering =
        new Recovering(unused(), concluding) {
          @Override
          int recover() {
            looks.countDown();
            if (looks.getCount() > 0) {
              if (trouble instanceof Error error) {
                throw error;
              }
              throw (RuntimeException) trouble;
            }
            return 0;
          }
        };
    var sender =
        new DeliverySender(
            new BeginningCalls(unused(), unused(), unused(), settings, Clock.systemUTC()),
            concluding,
            recovering,
            signal,
            unused(),
            unused(),
            settings,
            new Lanes(List.of(), settings, signal, metrics),
            Traces.none(),
            metrics);
    sender.start();
    try {
      return looks.await(20, TimeUnit.SECONDS);
    } finally {
      sender.stop();
    }
  }

  private ConcludingCalls concluding() {
    return new ConcludingCalls(unused(), unused(), settings, Clock.systemUTC(), metrics);
  }

  /** Nothing is due here, so that nobody is asked. */
  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T unused() {
    return null;
  }
}
