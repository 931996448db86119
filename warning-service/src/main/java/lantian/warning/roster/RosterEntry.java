package lantian.warning.roster;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a person may decide, in a role and for a place. All times are the machine's.
 *
 * @param role {@code office} or {@code headquarters}
 * @param jurisdiction a code, which holds for what is below it too, or {@code *}
 * @param deputyFor whose deputy the person is; null in their own right
 * @param firstUse whether it was made by the first decision, on a local platform
 * @param confirmed null until a second person has; it holds nothing before
 * @param ended null while nobody has ended it
 * @param inForce whether it holds at this moment
 */
public record RosterEntry(
    UUID id,
    String person,
    String role,
    String jurisdiction,
    @Nullable String deputyFor,
    Instant validFrom,
    @Nullable Instant validTo,
    boolean firstUse,
    Act entered,
    @Nullable Act confirmed,
    @Nullable Act ended,
    boolean inForce,
    List<Step> history) {
  public RosterEntry {
    history = List.copyOf(history);
  }

  /** Who did it, and when. */
  public record Act(String by, Instant at) {}

  /** One change of the entry: ENTERED, CONFIRMED or ENDED. */
  public record Step(String step, String by, Instant at, @Nullable String reason) {}
}
