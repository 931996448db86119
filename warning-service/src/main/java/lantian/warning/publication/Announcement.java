package lantian.warning.publication;

import java.time.Instant;
import java.util.UUID;
import lantian.events.Cause;
import lantian.events.ChangeKind;
import lantian.events.Mode;
import lantian.events.Response;
import lantian.events.WarningLevel;
import lantian.warning.jurisdiction.Jurisdiction;
import org.jspecify.annotations.Nullable;

/**
 * What there is to tell of a revision of a warning: the one model of which every text and every
 * document is made.
 *
 * @param revision from 1
 * @param at when it is published; of a proposal, the moment at which it is looked at
 * @param validFrom the response holds from here, never before {@code at}
 */
public record Announcement(
    UUID warningId,
    long revision,
    Mode mode,
    Jurisdiction place,
    ChangeKind kind,
    WarningLevel from,
    WarningLevel to,
    Cause cause,
    Response response,
    Instant at,
    Instant validFrom,
    @Nullable Instant validTo,
    String policy,
    Air air) {

  /** Whether nothing is in force after it. */
  public boolean ends() {
    return to == WarningLevel.NONE;
  }

  /** The level that it is about: of an end, the one that ends. */
  public WarningLevel level() {
    return ends() ? from : to;
  }

  /** Its withdrawal, should it prove a false alarm (撤销); the times are those of the withdrawal. */
  Announcement withdrawn() {
    return new Announcement(
        warningId,
        revision + 1,
        mode,
        place,
        ChangeKind.CANCEL,
        to,
        WarningLevel.NONE,
        cause,
        response,
        at,
        at,
        null,
        policy,
        air);
  }
}
