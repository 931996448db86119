package lantian.local.command;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import lantian.local.Refused;
import lantian.local.Texts;
import lantian.local.platform.DataFolder;
import lantian.local.platform.DetachedPlatform;
import lantian.local.platform.Platform;
import lantian.local.platform.PlatformPort;
import lantian.local.platform.Ports;
import lantian.local.platform.RunningPlatform;
import lantian.local.platform.RunningPlatforms;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lantian up}: starts the platform and stays with it, or leaves it running. */
@Command(
    name = "up",
    description = "启动平台 / starts the whole platform",
    mixinStandardHelpOptions = true)
public final class Up implements Callable<Integer> {

  @Mixin private PlatformOptions options = new PlatformOptions();

  @Option(names = "--detach", description = "全部健康后返回 / returns when all services are healthy")
  private boolean detach;

  @Override
  public Integer call() {
    var ports = options.ports();
    var data = options.data();
    RunningPlatforms.ofThisUser()
        .at(ports.base())
        .ifPresent(
            running -> {
              throw new Refused(
                  "up.already-running",
                  Integer.toString(ports.base()),
                  Long.toString(running.pid()),
                  running.data());
            });
    Platform.requireStartable(ports, data);
    if (detach) {
      DetachedPlatform.start(ports, data, System.err::println);
      System.err.println(ready(ports));
    } else {
      stay(ports, data);
    }
    return 0;
  }

  /** Runs until somebody stops this process. */
  private static void stay(Ports ports, DataFolder data) {
    System.setProperty("lantian.logs", data.logs().toString());
    var running = RunningPlatforms.ofThisUser();
    var self = RunningPlatform.thisProcess(ports, data);
    var platform = new AtomicReference<@Nullable Platform>();
    running.add(self);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  var started = platform.get();
                  if (started != null) {
                    started.close();
                  }
                  running.remove(self);
                },
                "closing"));
    platform.set(Platform.start(ports, data, System.err::println));
    System.err.println(ready(ports));
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String ready(Ports ports) {
    return Texts.both("up.ready", ports.url(PlatformPort.CONSOLE));
  }
}
