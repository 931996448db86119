package lantian.local.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that this one started. */
final class Child {

  private final String name;
  private final Process process;
  private final long startedAt;

  private Child(String name, Process process, long startedAt) {
    this.name = name;
    this.process = process;
    this.startedAt = startedAt;
  }

  /** Starts it; what it says is added to the log. */
  static Child start(
      String name, List<String> command, Map<String, String> environment, Path log, Guard guard) {
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      var builder =
          new ProcessBuilder(command)
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(environment);
      long now = System.nanoTime();
      var process = builder.start();
      guard.watch(process.toHandle());
      return new Child(name, process, now);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** When it was started, by {@link System#nanoTime}. */
  long startedAt() {
    return startedAt;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  void kill() {
    process.destroyForcibly();
    awaitEnd(Duration.ofSeconds(20));
  }

  /** Asks it to end and waits for that, then ends it by force; whether it ended by itself. */
  boolean terminate(Duration within) {
    process.destroy();
    try {
      if (process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
        return true;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    kill();
    return false;
  }

  /** Its exit code, when it has ended. */
  int awaitEnd(Duration within) {
    try {
      if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException(
            name + " has not ended within " + within.toMillis() + " ms");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  void signal(String signal) {
    Signals.send(signal, List.of(process.toHandle()));
  }
}
