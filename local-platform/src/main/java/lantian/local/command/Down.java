package lantian.local.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lantian.local.Texts;
import lantian.local.platform.DataFolder;
import lantian.local.platform.RunningPlatform;
import lantian.local.platform.RunningPlatforms;
import lantian.local.postgres.LeftOverPostgres;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lantian down}: stops what was started at a port base, and nothing else. */
@Command(
    name = "down",
    description = "停止平台 / stops the platform at that port base",
    mixinStandardHelpOptions = true)
public final class Down implements Callable<Integer> {

  private static final Duration POLITELY = Duration.ofSeconds(30);
  private static final Duration BY_FORCE = Duration.ofSeconds(5);

  @Mixin private PlatformOptions options = new PlatformOptions();

  @Override
  public Integer call() {
    var portBase = options.ports().base();
    var platforms = RunningPlatforms.ofThisUser();
    var found = platforms.at(portBase);
    if (found.isEmpty()) {
      System.err.println(Texts.both("down.nothing", Integer.toString(portBase)));
      return 0;
    }
    stop(found.get());
    platforms.remove(found.get());
    System.err.println(
        Texts.both("down.done", Integer.toString(portBase), Long.toString(found.get().pid())));
    return 0;
  }

  private static void stop(RunningPlatform platform) {
    platform
        .process()
        .ifPresent(
            process -> {
              process.destroy();
              if (!ended(process, POLITELY)) {
                process.destroyForcibly();
                ended(process, BY_FORCE);
              }
            });
    try {
      LeftOverPostgres.stop(new DataFolder(platform.data()).postgres());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
