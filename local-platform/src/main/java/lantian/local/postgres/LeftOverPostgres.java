package lantian.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A PostgreSQL whose platform was killed goes on running without it. Before the folder is used
 * again it is stopped: politely first, so that it writes its checkpoint, then by force.
 */
public final class LeftOverPostgres {

  private static final Duration POLITELY = Duration.ofSeconds(10);
  private static final Duration BY_FORCE = Duration.ofSeconds(5);

  private LeftOverPostgres() {}

  /** Stops the server that still runs on {@code folder}, if there is one, and clears its locks. */
  public static void stop(Path folder) throws IOException {
    var process = find(folder);
    if (process.isPresent()) {
      signal(process.get(), "INT");
      if (!ended(process.get(), POLITELY)) {
        process.get().descendants().forEach(ProcessHandle::destroyForcibly);
        process.get().destroyForcibly();
        ended(process.get(), BY_FORCE);
      }
    }
    Files.deleteIfExists(folder.resolve("postmaster.pid"));
    Files.deleteIfExists(folder.resolve("epg-lock"));
  }

  /** The running server that {@code postmaster.pid} names, when that process still is one. */
  private static Optional<ProcessHandle> find(Path folder) throws IOException {
    var pidFile = folder.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    var lines = Files.readAllLines(pidFile);
    if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d+")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
        .filter(ProcessHandle::isAlive)
        .filter(process -> isPostgresOn(folder, process));
  }

  private static boolean isPostgresOn(Path folder, ProcessHandle process) {
    var info = process.info();
    return info.command().filter(command -> command.endsWith("postgres")).isPresent()
        && info.arguments()
            .map(
                arguments ->
                    Arrays.asList(arguments).contains(folder.toString()) || arguments.length == 0)
            .orElse(true);
  }

  /** SIGINT is PostgreSQL's fast shutdown; the JVM itself can only send TERM and KILL. */
  private static void signal(ProcessHandle process, String name) throws IOException {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
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
