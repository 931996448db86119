package lantian.reporting.rebuild.worker;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lantian.kit.parking.DatabaseAway;
import lantian.reporting.rebuild.NotingRebuild;
import lantian.reporting.rebuild.Rebuild;
import lantian.reporting.rebuild.RebuildState;
import lantian.reporting.rebuild.RebuildingProjections;
import lantian.reporting.rebuild.Rebuilds;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks from time to time for a rebuild that is asked for, or that a process has left when it died,
 * and does it.
 */
@Component
@EnableConfigurationProperties(RebuildSettings.class)
final class RebuildWorker implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(RebuildWorker.class);
  private static final Duration TO_STOP = Duration.ofSeconds(5);
  private static final int LONGEST_FAILURE = 500;

  private final RebuildingProjections rebuilding;
  private final NotingRebuild noting;
  private final Rebuilds rebuilds;
  private final RebuildSettings settings;
  private volatile CountDownLatch end = new CountDownLatch(0);
  private volatile @Nullable Thread thread;

  RebuildWorker(
      RebuildingProjections rebuilding,
      NotingRebuild noting,
      Rebuilds rebuilds,
      RebuildSettings settings) {
    this.rebuilding = rebuilding;
    this.noting = noting;
    this.rebuilds = rebuilds;
    this.settings = settings;
  }

  @Override
  public void start() {
    var stopped = new CountDownLatch(1);
    end = stopped;
    thread = Thread.ofPlatform().name("rebuilding").daemon().start(() -> workUntilStopped(stopped));
  }

  /** What is at hand is given up; it is begun anew by whoever looks next. */
  @Override
  public void stop() {
    end.countDown();
    var working = thread;
    if (working != null) {
      working.interrupt();
      try {
        working.join(TO_STOP);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return end.getCount() > 0;
  }

  private void workUntilStopped(CountDownLatch stopped) {
    try {
      do {
        look(stopped);
      } while (!stopped.await(settings.lookEvery().toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      log.debug("no longer looking for rebuilds", e);
    }
  }

  private void look(CountDownLatch stopped) {
    try {
      var last = rebuilds.last().filter(rebuild -> rebuild.state() == RebuildState.RUNNING);
      if (last.isPresent()) {
        work(last.get(), stopped);
      }
    } catch (RuntimeException e) {
      log.debug("rebuilds wait for the database", e);
    } catch (Error e) { // a worker that died of it would never look again
      log.error("rebuilds were not looked for", e);
    }
  }

  private void work(Rebuild rebuild, CountDownLatch stopped) {
    try {
      rebuilding.rebuild(rebuild.id(), settings.pace());
      rebuilds
          .last()
          .filter(now -> now.id() == rebuild.id() && now.state() != RebuildState.RUNNING)
          .ifPresent(now -> log.info("rebuild {}: {}, {}", now.id(), now.state(), now.changes()));
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Throwable e) {
      // An Error too: the projections are as they were, and the worker goes on.
      if (stopped.getCount() == 0) {
        log.info("rebuild {} is left to whoever is started next", rebuild.id());
      } else if (DatabaseAway.isCauseOf(e)) {
        log.warn("rebuild {} is begun anew: {}", rebuild.id(), String.valueOf(e.getMessage()));
      } else {
        // What it says may quote an event, and so what people are called: it stands in the row
        // only.
        log.error(
            "rebuild {} failed, the projections are as they were: {}", rebuild.id(), kindOf(e));
        noting.fail(rebuild.id(), textOf(e));
      }
    }
  }

  private static String kindOf(Throwable error) {
    var cause = error;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getClass().getSimpleName();
  }

  private static String textOf(Throwable error) {
    var text = error.getClass().getSimpleName() + ": " + error.getMessage();
    var storable = text.replace('\0', ' ');
    return storable.length() > LONGEST_FAILURE ? storable.substring(0, LONGEST_FAILURE) : storable;
  }
}
