package lantian.reporting.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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

  /** Of each kind one by turns, each kind in the order given. */
  static <T> List<T> byTurns(List<T> ordered, Function<T, Integer> kind) {
    Map<Integer, List<T>> kinds =
        ordered.stream().collect(Collectors.groupingBy(kind, TreeMap::new, Collectors.toList()));
    List<T> turns = new ArrayList<>();
    for (int place = 0; turns.size() < ordered.size(); place++) {
      for (List<T> ofAKind : kinds.values()) {
        if (place < ofAKind.size()) {
          turns.add(ofAKind.get(place));
        }
      }
    }
    return turns;
  }

  /** Says what is left out, and where it is; null where nothing is. */
  @Nullable More more(String what, String list, Words words) {
    return rows.size() == all
        ? null
        : new More(all, words.say("more." + what, rows.size(), all, list), list);
  }
}
