package lantian.notification.sending;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import lantian.notification.Messages;
import lantian.notification.delivery.CallOutcome;
import lantian.notification.delivery.DeliveryState;
import lantian.notification.delivery.DueDeliveries.Ended;
import lantian.notification.sending.ConcludingCalls.EndedCall;
import lantian.notification.sending.EndedCalls.Keeping;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;

/** Ends of calls go to the disk together, and one that cannot go holds up no other. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EndedCallsTest {
  private final List<List<EndedCall>> written = Collections.synchronizedList(new ArrayList<>());
  private final List<Thread> callers = new ArrayList<>();
  private EndedCalls calls = new EndedCalls(List::copyOf);

  @AfterEach
  void stop() {
    calls.hurry();
    calls.stop();
  }

  @Test
  void whatEndsWhileOthersAreWrittenGoesTogether() {
    var writable = new CountDownLatch(1);
    begin(
        ended -> {
          awaitOpen(writable);
          return List.of();
        });
    var first = keep(anEnd());
    await().atMost(10, SECONDS).until(() -> written.size() == 1);
    var second = keep(anEnd());
    await().atMost(10, SECONDS).until(() -> written.size() == 2);
    var meanwhile = IntStream.range(0, 48).mapToObj(_ -> keep(anEnd())).toList();
    await().atMost(10, SECONDS).until(() -> callers.stream().allMatch(EndedCallsTest::waits));
    writable.countDown();
    assertThat(first.join() && second.join()).isTrue();
    assertThat(meanwhile).allMatch(CompletableFuture::join);
    assertThat(written.stream().mapToInt(List::size).sum()).isEqualTo(50);
    assertThat(written.size()).as("two by themselves, and the rest by two writers").isBetween(3, 4);
  }

  @Test
  void whoWasTooLateIsToldSoAndTheOthersAreNot() {
    var late = anEnd();
    begin(ended -> ended.stream().filter(late::equals).toList());
    var first = keep(late);
    var second = keep(anEnd());
    assertThat(first.join()).isFalse();
    assertThat(second.join()).isTrue();
  }

  @Test
  void oneThatTheDatabaseRefusesHoldsUpNoOther() {
    var refused = anEnd();
    begin(
        ended -> {
          if (ended.contains(refused)) {
            throw new DataIntegrityViolationException("refused");
          }
          return List.of();
        });
    var never = keep(refused);
    var others = IntStream.range(0, 20).mapToObj(_ -> keep(anEnd())).toList();
    assertThat(others).allMatch(CompletableFuture::join);
    assertThat(never).isNotDone();
  }

  @Test
  void nothingIsLostWhileTheDatabaseIsAway() {
    var tries = new AtomicInteger();
    begin(
        ended -> {
          if (tries.incrementAndGet() < 3) {
            throw new DataAccessResourceFailureException("away");
          }
          return List.of();
        });
    var kept = IntStream.range(0, 20).mapToObj(_ -> keep(anEnd())).toList();
    assertThat(kept).allMatch(CompletableFuture::join);
  }

  @Test
  void anEndThatTheRulesForbidIsGivenUpAloneAndTheOthersAreKept() {
    var forbidden = anEnd();
    begin(
        ended -> {
          if (ended.contains(forbidden)) {
            throw new IllegalStateException("a delivery does not go from there to there");
          }
          return List.of();
        });
    var first = keep(forbidden);
    var others = IntStream.range(0, 20).mapToObj(_ -> keep(anEnd())).toList();
    assertThat(others).allMatch(CompletableFuture::join);
    assertThat(first.join()).isFalse();
  }

  @Test
  void anErrorStopsNoWriter() {
    var broken = anEnd();
    begin(
        ended -> {
          if (ended.contains(broken)) {
            throw new StackOverflowError("while it was written");
          }
          return List.of();
        });
    var first = keep(broken);
    assertThat(first.join()).isFalse();
    var second = keep(broken);
    assertThat(second.join()).isFalse();
    var others = IntStream.range(0, 20).mapToObj(_ -> keep(anEnd())).toList();
    assertThat(others).allMatch(CompletableFuture::join);
  }

  @Test
  void whoComesAfterTheStopIsNotLeftWaiting() {
    begin(_ -> List.of());
    calls.stop();
    assertThat(keep(anEnd()).join()).isFalse();
  }

  @Test
  void whoStopsWaitsForNoDatabase() {
    begin(
        ended -> {
          throw new DataAccessResourceFailureException("away");
        });
    var kept = keep(anEnd());
    calls.hurry();
    assertThat(kept.join()).isFalse();
  }

  private void begin(Keeping keeping) {
    calls =
        new EndedCalls(
            ended -> {
              written.add(ended);
              return keeping.keep(ended);
            });
    calls.start();
  }

  private CompletableFuture<Boolean> keep(EndedCall end) {
    var kept = new CompletableFuture<Boolean>();
    callers.add(Thread.ofVirtual().start(() -> kept.complete(calls.keep(end))));
    return kept;
  }

  private static boolean waits(Thread caller) {
    return caller.getState() == Thread.State.WAITING;
  }

  private static void awaitOpen(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static EndedCall anEnd() {
    return new EndedCall(
        new Ended(Messages.delivery(DeliveryState.CALLING), UUID.randomUUID()),
        new CallOutcome.Sent("HTTP 204"),
        null);
  }
}
