package lantian.local.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A platform that was started at a port base. It is known by its process id together with the
 * moment at which that process began, since the system gives ids out again.
 */
public record RunningPlatform(int portBase, long pid, Instant startedAt, Path data) {

  /** The system derives the moment from ticks since its boot, so that it may move a little. */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  /** This process, as a platform on that port base and folder. */
  public static RunningPlatform thisProcess(Ports ports, DataFolder data) {
    var self = ProcessHandle.current();
    return new RunningPlatform(
        ports.base(), self.pid(), self.info().startInstant().orElse(Instant.EPOCH), data.path());
  }

  /** The process, when it still runs and is still the same one. */
  public Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isTheSame);
  }

  private boolean isTheSame(ProcessHandle process) {
    var began = process.info().startInstant().orElse(Instant.EPOCH);
    return Duration.between(startedAt, began).abs().compareTo(TOLERANCE) <= 0;
  }
}
