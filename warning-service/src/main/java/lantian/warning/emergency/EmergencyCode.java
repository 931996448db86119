package lantian.warning.emergency;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A code without the code: who has it knows it, here is what it opens. All times are the machine's.
 *
 * @param role in which its holder approves
 * @param confirmed null until a second person has; it opens nothing before
 * @param used null while nobody has
 * @param usable whether it opens something at this moment
 */
public record EmergencyCode(
    UUID id,
    String role,
    String jurisdiction,
    Act made,
    Instant validTo,
    @Nullable Act confirmed,
    @Nullable Act withdrawn,
    @Nullable Use used,
    boolean usable) {

  /** Who did it, and when. */
  public record Act(String by, Instant at) {}

  /** For which proposal it was used, and why. */
  public record Use(UUID proposalId, String by, Instant at, String reason) {}
}
