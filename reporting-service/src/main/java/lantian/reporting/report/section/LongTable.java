package lantian.reporting.report.section;

import java.util.List;
import java.util.function.UnaryOperator;
import lantian.reporting.episode.Extent;
import lantian.reporting.report.EvaluationReport.More;
import lantian.reporting.report.Words;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table as far as a reader can use them: all in their order where they are few, else
 * those that matter most.
 *
 * @param all how many there are
 */
record LongTable<T>(List<T> rows, int all) {

  /** All of the rows there are, or of more than these. */
  static <T> LongTable<T> of(
      List<T> rows, int all, Extent extent, UnaryOperator<List<T>> thoseThatMatterFirst) {
    boolean whole = rows.size() == all && all <= extent.longestTable();
    return new LongTable<>(
        whole ? rows : thoseThatMatterFirst.apply(rows).stream().limit(extent.shown()).toList(),
        all);
  }

  /** Says what is left out, and where it is; null where nothing is. */
  @Nullable More more(String what, String list, Words words) {
    return rows.size() == all
        ? null
        : new More(all, words.say("more." + what, rows.size(), all, list), list);
  }
}
