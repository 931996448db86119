package lantian.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lantian.local.Refused;
import lantian.local.postgres.LeftOverPostgres;

/** Stops a running platform by its process id: politely first, then by force. */
public final class StoppingPlatform {

  private static final Duration POLITELY = Duration.ofSeconds(30);
  private static final Duration BY_FORCE = Duration.ofSeconds(5);

  private StoppingPlatform() {}

  /** Returns when its process has ended and no PostgreSQL is left on its folder. */
  public static void stop(RunningPlatform platform, RunningPlatforms platforms) {
    platform.process().ifPresent(StoppingPlatform::end);
    stopLeftOvers(new DataFolder(platform.data()));
    platforms.remove(platform);
  }

  private static void stopLeftOvers(DataFolder data) {
    if (!Files.exists(data.postgres())) {
      return;
    }
    try (var claim = data.claim().acquiredBy()) {
      LeftOverPostgres.stop(data.postgres());
    } catch (Refused e) {
      // Another platform has taken the folder since, and what runs there is its own.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void end(ProcessHandle process) {
    process.destroy();
    if (!ended(process, POLITELY)) {
      process.destroyForcibly();
      ended(process, BY_FORCE);
    }
  }

  private static boolean ended(ProcessHandle process, Duration within) {
    try {
      process.onExit().get(within.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      return !process.isAlive();
    }
  }
}
