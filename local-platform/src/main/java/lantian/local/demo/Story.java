package lantian.local.demo;

import java.io.PrintStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import lantian.events.ChinaTime;
import lantian.local.Texts;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Tells on the terminal what happens, above a bar that shows how far the episode has come. */
final class Story implements AutoCloseable {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm");
  private static final int WIDTH = 100;

  private final PrintStream terminal;
  private final boolean lively;
  private final ProgressBar bar;

  Story(PrintStream terminal, int hours) {
    this.terminal = terminal;
    this.lively = System.console() != null && System.console().isTerminal();
    this.bar =
        new ProgressBarBuilder()
            .setTaskName("回放 / playing")
            .setInitialMax(hours)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(lively ? 200 : 10_000)
            .setConsumer(new ConsoleProgressBarConsumer(terminal, WIDTH))
            .build();
  }

  void hourPassed(Instant hour) {
    bar.step();
    bar.setExtraMessage(" " + MINUTE.format(ChinaTime.at(hour)));
  }

  /** One line in both languages, with the moment before it. */
  void tell(Instant at, String code, Object... arguments) {
    var line =
        MINUTE.format(ChinaTime.at(at)) + "  " + Texts.both(code, arguments).replace("\n", "  |  ");
    // The bar is drawn over its own line; a line of the story takes its place and the bar moves on.
    terminal.println((lively ? "\r\u001B[K" : "") + line);
  }

  @Override
  public void close() {
    bar.close();
  }
}
