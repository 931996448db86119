package lantian.warning.policy;

import java.time.Instant;
import java.util.List;

/** A policy that holds in a place, and since when. */
record Holding(Policy policy, Instant from) {

  /**
   * Of those that hold at a moment the one that began last, among equals the last of the list; the
   * one that began first at a moment before all of them.
   */
  static Policy at(Instant moment, List<Holding> holdings) {
    Holding found = null;
    Holding first = null;
    for (Holding holding : holdings) {
      if (!holding.from().isAfter(moment)
          && (found == null || !holding.from().isBefore(found.from()))) {
        found = holding;
      }
      if (first == null || holding.from().isBefore(first.from())) {
        first = holding;
      }
    }
    if (first == null) {
      throw new IllegalArgumentException("a place has a policy");
    }
    return (found == null ? first : found).policy();
  }
}
