package lantian.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import lantian.local.chaos.Chaos;
import lantian.local.command.Down;
import lantian.local.command.Token;
import lantian.local.command.Up;
import lantian.local.demo.Demo;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands behind the {@code lantian} script. */
@Command(
    name = "lantian",
    description = "蓝天：重污染天气应急响应平台 / Lantian: emergency response to heavy-pollution weather",
    subcommands = {Up.class, Down.class, Token.class, Demo.class, Chaos.class},
    mixinStandardHelpOptions = true)
public final class Lantian {

  private Lantian() {}

  /** Runs one command; data goes to stdout, everything for people to stderr. */
  public static void main(String[] arguments) {
    // Chinese text must survive a terminal whose locale was never set.
    System.setOut(utf8(FileDescriptor.out));
    System.setErr(utf8(FileDescriptor.err));
    System.exit(commandLine().execute(arguments));
  }

  /** The command line with its output on this process's stdout and stderr. */
  public static CommandLine commandLine() {
    return new CommandLine(new Lantian())
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .setExecutionExceptionHandler(Lantian::explain);
  }

  private static int explain(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    if (failure instanceof Refused) {
      command.getErr().println(failure.getMessage());
      return 1;
    }
    command.getErr().println(Texts.both("failed", String.valueOf(rootCause(failure))));
    failure.printStackTrace(command.getErr());
    return 1;
  }

  private static Throwable rootCause(Throwable failure) {
    var cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
