package lantian.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Ends the processes of a platform when the process that started them is gone, however it ended,
 * also those that are stopped and could not notice. A shell reads their ids from a pipe; its end is
 * the end of ours.
 */
final class Guard implements AutoCloseable {

  private static final String SCRIPT =
      """
      trap '' HUP INT TERM
      watched=' '
      while read -r what pid; do
        case $what in
          watch) watched="$watched$pid " ;;
          forget) watched="${watched%% $pid *} ${watched#* $pid }" ;;
          done) exit 0 ;;
        esac
      done
      for pid in $watched; do kill -9 "$pid" 2>/dev/null; done
      """;

  private final Process shell;
  private final Writer orders;

  private Guard(Process shell) {
    this.shell = shell;
    this.orders = shell.outputWriter(StandardCharsets.US_ASCII);
  }

  static Guard start() {
    try {
      return new Guard(
          new ProcessBuilder("/bin/sh", "-c", SCRIPT)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void watch(ProcessHandle process) {
    say("watch " + process.pid());
    var _ = process.onExit().thenRun(() -> say("forget " + process.pid()));
  }

  /** Lets go of all: whoever closes it has ended them. */
  @Override
  public void close() {
    say("done 0");
  }

  boolean isAlive() {
    return shell.isAlive();
  }

  private synchronized void say(String order) {
    if (!shell.isAlive()) {
      return;
    }
    try {
      orders.write(order + "\n");
      orders.flush();
    } catch (IOException e) {
      // The shell has ended in the meantime, as it does after "done".
    }
  }
}
