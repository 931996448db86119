package lantian.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What a JVM cannot send by itself. */
final class Signals {

  private Signals() {}

  /** Sends the signal to processes that are there; one that has ended is passed over. */
  static void send(String signal, List<ProcessHandle> processes) {
    var pids =
        processes.stream()
            .filter(ProcessHandle::isAlive)
            .map(process -> Long.toString(process.pid()))
            .toList();
    if (pids.isEmpty()) {
      return;
    }
    var command = Stream.concat(Stream.of("kill", "-" + signal), pids.stream()).toList();
    try {
      var kill =
          new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!kill.waitFor(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException(String.join(" ", command) + " does not end");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }
}
