package lantian.local.chaos;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lantian.local.chaos.Difference.Kind;

/** What was found to differ. */
final class Findings {

  private final List<Difference> differences = new ArrayList<>();

  /** All of these are of the kind. */
  void add(Kind kind, String what, Collection<?> which) {
    if (!which.isEmpty()) {
      differences.add(Difference.of(kind, what, which));
    }
  }

  /** What is expected and not found is lost. */
  <T> void lost(String what, Collection<T> expected, Collection<T> found) {
    add(Kind.LOST, what, minus(expected, found));
  }

  /** What is found and was never possible came from nowhere. */
  <T> void phantom(String what, Collection<T> found, Collection<T> possible) {
    add(Kind.PHANTOM, what, minus(found, possible));
  }

  List<Difference> all() {
    return List.copyOf(differences);
  }

  private static <T> Set<T> minus(Collection<T> all, Collection<T> others) {
    var left = new HashSet<>(all);
    left.removeAll(Set.copyOf(others));
    return left;
  }
}
