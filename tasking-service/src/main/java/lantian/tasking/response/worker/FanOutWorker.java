package lantian.tasking.response.worker;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lantian.kit.crash.CrashPoint;
import lantian.kit.observability.Traces;
import lantian.tasking.TaskingSettings;
import lantian.tasking.fanout.Claim;
import lantian.tasking.fanout.ClaimingFanOuts;
import lantian.tasking.fanout.FanOutSignal;
import lantian.tasking.fanout.LostClaim;
import lantian.tasking.response.WritingFanOut;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Writes fan-outs, a chunk a transaction. Woken right after the commit of a new one, else it looks
 * from time to time: for what another instance left, or what failed and is to be tried again.
 */
@Component
final class FanOutWorker implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(FanOutWorker.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private static final int LONGEST_ERROR = 500;

  private final ClaimingFanOuts claiming;
  private final WritingFanOut writing;
  private final FanOutSignal signal;
  private final Traces traces;
  private final TaskingSettings.FanOut settings;
  private final String instance;
  private final Counter failures;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean running;

  FanOutWorker(
      ClaimingFanOuts claiming,
      WritingFanOut writing,
      FanOutSignal signal,
      Traces traces,
      TaskingSettings settings,
      MeterRegistry metrics,
      @Value("${lantian.instance-id}") String instance) {
    this.claiming = claiming;
    this.writing = writing;
    this.signal = signal;
    this.traces = traces;
    this.settings = settings.fanOut();
    this.instance = instance;
    this.failures =
        Counter.builder("fanout.failures")
            .description("Chunks that could not be written, each try counted")
            .register(metrics);
  }

  @Override
  public void start() {
    running = true;
    claiming.freeAllOf(instance);
    for (int i = 0; i < settings.workers(); i++) {
      threads.add(Thread.ofPlatform().name("fan-out-" + i).daemon().start(this::workUntilStopped));
    }
  }

  /** Lets the chunks at hand be finished. */
  @Override
  public void stop() {
    running = false;
    threads.forEach(_ -> signal.raise());
    try {
      for (var thread : threads) {
        thread.join(settings.lease());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.clear();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void workUntilStopped() {
    while (running) {
      try {
        var claim = claiming.claim(instance, settings.lease());
        if (claim.isPresent()) {
          write(claim.get());
        } else {
          signal.await(settings.poll());
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException | Error e) {
        log.warn("fan-outs wait: {}", String.valueOf(e.getMessage()));
        pause();
      }
    }
  }

  private void write(Claim claim) {
    try {
      traces.continuing(
          claim.traceparent(), "fan-out", () -> writing.writeChunk(claim, settings.lease()));
      CrashPoint.FAN_OUT_CHUNK_COMMITTED.reached();
    } catch (LostClaim e) {
      log.info("{}", String.valueOf(e.getMessage()));
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Throwable e) {
      // An Error too: the worker goes on with other warnings.
      failures.increment();
      takeBack(claim, e);
    }
  }

  /** Where not even that can be written, the database is away and the chunk is not to blame. */
  private void takeBack(Claim claim, Throwable error) {
    var run = claim.run();
    try {
      if (claiming.failed(claim, textOf(error))) {
        log.warn("a chunk of fan-out {} failed at try {}", run.id(), run.tries(), error);
      } else {
        log.error("fan-out {} failed and waits for an operator", run.id(), error);
      }
      return;
    } catch (RuntimeException e) {
      log.warn("fan-out {} waits for the database: {}", run.id(), String.valueOf(e.getMessage()));
    }
    while (running) {
      pause();
      try {
        claiming.putBack(claim);
        return;
      } catch (RuntimeException e) {
        log.debug("fan-out {} still waits for the database", run.id(), e);
      }
    }
  }

  private void pause() {
    try {
      signal.await(AFTER_FAILURE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String textOf(Throwable error) {
    var text = String.valueOf(error).replace('\0', ' ');
    return text.length() > LONGEST_ERROR ? text.substring(0, LONGEST_ERROR) : text;
  }
}
