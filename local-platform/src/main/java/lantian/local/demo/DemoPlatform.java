package lantian.local.demo;

import java.nio.file.Files;
import java.util.function.Consumer;
import lantian.local.Refused;
import lantian.local.Texts;
import lantian.local.command.PlatformOptions;
import lantian.local.platform.DataFolder;
import lantian.local.platform.DetachedPlatform;
import lantian.local.platform.Platform;
import lantian.local.platform.Ports;
import lantian.local.platform.RunningPlatform;
import lantian.local.platform.RunningPlatforms;
import lantian.local.platform.ScratchFolder;
import lantian.local.platform.StoppingPlatform;
import org.jspecify.annotations.Nullable;

/**
 * The platform that a demo plays on: started for it, in a folder of its own that is wiped first. A
 * platform that no demo started is never touched.
 */
final class DemoPlatform implements AutoCloseable {
  private static final String MARK = "started-by-lantian-demo";

  private final Ports ports;
  private final DataFolder data;
  private final @Nullable Platform inThisProcess;
  private boolean left;

  private DemoPlatform(Ports ports, DataFolder data, @Nullable Platform inThisProcess) {
    this.ports = ports;
    this.data = data;
    this.inThisProcess = inThisProcess;
  }

  /** Starts it; in this process where it ends with the demo, else in one that can outlive it. */
  static DemoPlatform start(
      PlatformOptions options, boolean endsWithTheDemo, Consumer<String> progress) {
    var ports = options.ports();
    var data = new DataFolder(options.data().path().resolve("demo"));
    stopEarlierDemo(ports, data, progress);
    ports.requireFree();
    ScratchFolder.wipe(data, MARK);
    if (endsWithTheDemo) {
      System.setProperty("lantian.logs", data.logs().toString());
      return new DemoPlatform(ports, data, Platform.start(ports, data, progress));
    }
    DetachedPlatform.start(ports, data, progress);
    return new DemoPlatform(ports, data, null);
  }

  Ports ports() {
    return ports;
  }

  DataFolder data() {
    return data;
  }

  /** Keeps the platform running when the demo ends. */
  void leaveRunning() {
    left = true;
  }

  @Override
  public void close() {
    if (inThisProcess != null) {
      inThisProcess.close();
    } else if (!left) {
      RunningPlatforms.ofThisUser().at(ports.base()).ifPresent(DemoPlatform::stop);
    }
  }

  private static void stopEarlierDemo(Ports ports, DataFolder data, Consumer<String> progress) {
    RunningPlatforms.ofThisUser()
        .at(ports.base())
        .ifPresent(
            running -> {
              if (!running.data().equals(data.path()) || !Files.exists(data.path().resolve(MARK))) {
                throw new Refused(
                    "up.already-running",
                    Integer.toString(ports.base()),
                    Long.toString(running.pid()),
                    running.data());
              }
              progress.accept(Texts.both("demo.earlier-stopped"));
              stop(running);
            });
  }

  private static void stop(RunningPlatform running) {
    StoppingPlatform.stop(running, RunningPlatforms.ofThisUser());
  }
}
