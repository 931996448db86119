package lantian.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import jdk.jfr.Recording;

/**
 * Where the time of one further round goes, which is not counted: the processor by process and by
 * thread, the frames that JFR saw, and what PostgreSQL was doing. Left as a file of text beside the
 * recording itself.
 */
public final class Profile {

  private Profile() {}

  /** Profiles the work and says where the summary lies. */
  public static Path of(Stand stand, String name, Callable<?> work) throws Exception {
    Files.createDirectories(stand.profiles());
    var recorded = stand.profiles().resolve(name + ".jfr");
    var summary = stand.profiles().resolve(name + ".txt");
    try (var recording = new Recording();
        var statements = new StatementSampler(stand.superuser())) {
      recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
      recording.enable("jdk.NativeMethodSample").withPeriod(Duration.ofMillis(10));
      recording.enable("jdk.SocketRead").withThreshold(Duration.ZERO).withStackTrace();
      recording.enable("jdk.JavaMonitorEnter").withThreshold(Duration.ofMillis(1)).withStackTrace();
      recording.start();
      statements.start();
      var before = Processor.now(stand.data());
      var began = System.nanoTime();
      work.call();
      var took = Duration.ofNanos(System.nanoTime() - began);
      var used = Processor.now(stand.data()).since(before);
      recording.stop();
      recording.dump(recorded);
      write(
          summary,
          "%s, %.2f s%n%n%s%n%s%n%s%n"
              .formatted(
                  name,
                  took.toMillis() / 1e3,
                  used.shareOf(took),
                  Frames.in(recorded),
                  statements.summary()));
    }
    stand.say("profile: " + stand.home().relativize(summary));
    return summary;
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
  }
}
