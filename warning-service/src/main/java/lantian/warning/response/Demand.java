package lantian.warning.response;

import java.time.Instant;
import java.util.UUID;
import lantian.events.Cause;
import lantian.events.Response;
import lantian.events.WarningLevel;
import lantian.warning.warning.PublishedChange;
import lantian.warning.warning.Warning;
import org.jspecify.annotations.Nullable;

/**
 * Something that asks a place to respond at a level: a warning, for it or for a place above, or its
 * own decision.
 *
 * @param of the warning, or the decision
 * @param jurisdiction whose warning or decision it is
 * @param revision of the warning; of a decision its version
 */
public record Demand(
    UUID of,
    long revision,
    String jurisdiction,
    WarningLevel level,
    Cause cause,
    Response response,
    String policy,
    Instant validFrom,
    @Nullable Instant validTo) {

  static Demand of(Warning warning) {
    return new Demand(
        warning.id(),
        warning.revision(),
        warning.jurisdiction(),
        warning.level(),
        warning.cause(),
        warning.response(),
        warning.policy(),
        warning.validFrom(),
        warning.validTo());
  }

  static Demand of(PublishedChange published) {
    var change = published.change();
    return new Demand(
        change.warningId(),
        published.revision(),
        change.jurisdiction(),
        change.to(),
        change.cause(),
        change.response(),
        change.policy(),
        published.validFrom(),
        change.validTo());
  }

  /** Of two the stricter one, then the one whose response asks for more. */
  Demand orStricter(@Nullable Demand other) {
    if (other == null || level.isAbove(other.level)) {
      return this;
    }
    boolean more = other.level.isAbove(level) || other.response.compareTo(response) < 0;
    return more ? other : this;
  }

  boolean asks() {
    return level != WarningLevel.NONE;
  }
}
