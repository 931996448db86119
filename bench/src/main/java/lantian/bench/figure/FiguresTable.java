package lantian.bench.figure;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures as a table in Markdown; whether a goal is reached stands beside it. */
public final class FiguresTable {

  private FiguresTable() {}

  public static String of(List<Figure> figures) {
    var table = new StringBuilder();
    row(table, "", "median", "least to most", "ours ÷ this", "goal");
    row(table, "---", "--:", "--:", "--:", "---");
    for (var figure : figures) {
      var sample = figure.sample();
      row(
          table,
          "**" + figure.what() + "**",
          "**" + figure.unit().of(sample.median()) + "**",
          spread(sample, figure.unit()),
          "",
          goal(figure.goal(), sample.median(), figure.unit().sign()));
      figure.against().forEach(other -> row(table, figure, other));
    }
    return table.toString();
  }

  private static void row(StringBuilder table, Figure figure, Figure.Against other) {
    var measured = other.sample();
    if (measured == null) {
      row(table, other.what(), "n/a", "", "n/a", untold(other.goal()));
      return;
    }
    var ratio = figure.sample().median() / measured.median();
    row(
        table,
        other.what(),
        figure.unit().of(measured.median()),
        spread(measured, figure.unit()),
        String.format(Locale.ROOT, "%.2f", ratio),
        goal(other.goal(), ratio, ""));
  }

  private static void row(StringBuilder table, String... cells) {
    table.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String spread(Sample sample, Unit unit) {
    return sample.values().size() == 1
        ? "once"
        : unit.of(sample.least()) + " to " + unit.of(sample.most());
  }

  private static String goal(@Nullable Goal goal, double value, String sign) {
    return goal == null
        ? ""
        : goal.text(sign) + (goal.isReachedBy(value) ? ": reached" : ": **not reached**");
  }

  private static String untold(@Nullable Goal goal) {
    return goal == null ? "" : goal.text("") + ": not known";
  }
}
