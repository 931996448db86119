package lantian.tasking.response.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lantian.kit.observability.Traces;
import lantian.tasking.TaskingSettings;
import lantian.tasking.fanout.Claim;
import lantian.tasking.fanout.ClaimingFanOuts;
import lantian.tasking.fanout.FanOutSignal;
import lantian.tasking.fanout.Retrying;
import lantian.tasking.response.ChunkSize;
import lantian.tasking.response.WritingFanOut;
import org.junit.jupiter.api.Test;

/** Whatever is thrown where a worker looks for fan-outs, it looks again. */
class WorkerGoesOnTest {
  private static final Duration SHORT = Duration.ofMillis(5);

  @Test
  void anErrorEndsNothing() throws InterruptedException {
    var looks = new CountDownLatch(3);
    var claiming =
        new ClaimingFanOuts(unused(), new Retrying(1, SHORT, SHORT)) {
          @Override
          public Optional<Claim> claim(String owner, Duration lease) {
            looks.countDown();
            if (looks.getCount() > 0) {
              throw new StackOverflowError("while it looked");
            }
            return Optional.empty();
          }

          @Override
          public void freeAllOf(String owner) {}
        };
    var worker =
        new FanOutWorker(
            claiming,
            new WritingFanOut(
                unused(), unused(), unused(), unused(), unused(), unused(), new ChunkSize(1)),
            new FanOutSignal(),
            Traces.none(),
            new TaskingSettings(
                new TaskingSettings.FanOut(1, 1, SHORT, Duration.ofSeconds(5), 1, SHORT, SHORT)),
            new SimpleMeterRegistry(),
            "test");
    worker.start();
    try {
      assertThat(looks.await(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      worker.stop();
    }
  }

  /** There is no fan-out here, so that nobody is asked. */
  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T unused() {
    return null;
  }
}
