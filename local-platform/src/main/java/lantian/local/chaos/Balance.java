package lantian.local.chaos;

import java.util.List;
import lantian.local.chaos.Difference.Kind;

/**
 * What the books say.
 *
 * @param changes published changes of level
 * @param duties rows of duties that came of them
 * @param messages deliveries to liaisons
 * @param taken messages that the receiver took
 * @param repeated those of them that were marked as a repeat
 * @param gaveUp deliveries that ended as failed, which an event told
 * @param acrossWarnings how often a unit was told of an earlier warning after a later one
 */
public record Balance(
    long changes,
    long duties,
    long messages,
    long taken,
    long repeated,
    long gaveUp,
    long acrossWarnings,
    List<Difference> differences) {

  /** How many kinds of things of this kind differ. */
  public long count(Kind kind) {
    return differences.stream().filter(difference -> difference.kind() == kind).count();
  }

  public boolean balances() {
    return differences.isEmpty();
  }
}
