package lantian.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class RepeatingTest {
  private static final Duration PAUSE = Duration.ofMillis(1);

  private final CountDownLatch thrice = new CountDownLatch(3);

  @Test
  void anExceptionEndsNothing() throws InterruptedException {
    assertThat(
            threeTimes(
                () -> {
                  throw new IllegalStateException("the database is away");
                }))
        .isTrue();
  }

  @Test
  void anErrorEndsNothing() throws InterruptedException {
    assertThat(
            threeTimes(
                () -> {
                  throw new StackOverflowError("while it looked");
                }))
        .isTrue();
  }

  private boolean threeTimes(Runnable work) throws InterruptedException {
    var repeating =
        new Repeating(
            "test",
            PAUSE,
            () -> {
              thrice.countDown();
              work.run();
            });
    repeating.start();
    try {
      return thrice.await(5, TimeUnit.SECONDS);
    } finally {
      repeating.stop();
    }
  }

  @Test
  void itIsStartedAgainAfterAStop() throws InterruptedException {
    var repeating = new Repeating("test", PAUSE, thrice::countDown);
    repeating.start();
    repeating.stop();
    assertThat(repeating.isRunning()).isFalse();
    repeating.start();
    assertThat(thrice.await(5, TimeUnit.SECONDS)).isTrue();
    repeating.stop();
  }
}
