package lantian.local.command;

import java.util.concurrent.Callable;
import lantian.local.Texts;
import lantian.local.platform.RunningPlatforms;
import lantian.local.platform.StoppingPlatform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lantian down}: stops what was started at a port base, and nothing else. */
@Command(
    name = "down",
    description = "停止平台 / stops the platform at that port base",
    mixinStandardHelpOptions = true)
public final class Down implements Callable<Integer> {

  @Mixin private PlatformOptions options = new PlatformOptions();

  @Override
  public Integer call() {
    var portBase = options.ports().base();
    var platforms = RunningPlatforms.ofThisUser();
    var found = platforms.at(portBase);
    if (found.isEmpty()) {
      // One that was killed may have left its PostgreSQL behind.
      platforms.notedAt(portBase).ifPresent(gone -> StoppingPlatform.stop(gone, platforms));
      System.err.println(Texts.both("down.nothing", Integer.toString(portBase)));
      return 0;
    }
    StoppingPlatform.stop(found.get(), platforms);
    System.err.println(
        Texts.both("down.done", Integer.toString(portBase), Long.toString(found.get().pid())));
    return 0;
  }
}
