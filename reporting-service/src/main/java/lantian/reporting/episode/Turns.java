package lantian.reporting.episode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What matters to a reader comes in kinds, and each kind has its turn. */
public final class Turns {
  private Turns() {}

  /** Of each kind one by turns, the kinds by their number and each in the order given. */
  public static <T> List<T> of(List<T> ordered, Function<T, Integer> kind) {
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
}
