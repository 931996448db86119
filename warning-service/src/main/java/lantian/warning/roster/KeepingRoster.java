package lantian.warning.roster;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the roster: one person enters, a second of the headquarters confirms, and neither is who is
 * entered. Ending takes one, since it only takes away.
 */
@Service
public class KeepingRoster {
  private static final Set<String> HEADQUARTERS = Set.of("headquarters");

  private final Roster roster;
  private final AskingRoster asking;

  public KeepingRoster(Roster roster, AskingRoster asking) {
    this.roster = roster;
    this.asking = asking;
  }

  /** What became of it. */
  public sealed interface Outcome {
    record Done(RosterEntry entry) implements Outcome {}

    record Refused(Why why) implements Outcome {}

    record Unknown() implements Outcome {}
  }

  /** Why nothing was done. */
  public enum Why {
    /** Nobody enters or confirms themselves. */
    ONESELF,
    /** Who entered it does not confirm it. */
    ENTERED_IT,
    /** Whoever confirms stands on the roster. */
    NOT_ON_ROSTER,
    ALREADY_CONFIRMED,
    ALREADY_ENDED
  }

  @Transactional
  public Outcome enter(Roster.Wanted wanted, String by) {
    return wanted.person().equals(by)
        ? new Outcome.Refused(Why.ONESELF)
        : done(roster.add(wanted, by));
  }

  @Transactional
  public Outcome confirm(UUID id, String by) {
    RosterEntry entry = roster.find(id).orElse(null);
    if (entry == null) {
      return new Outcome.Unknown();
    }
    Why why = refusal(entry, by);
    if (why != null) {
      return new Outcome.Refused(why);
    }
    return roster.confirm(id, by) ? done(id) : new Outcome.Refused(Why.ALREADY_CONFIRMED);
  }

  @Transactional
  public Outcome end(UUID id, String by, @Nullable String why) {
    if (roster.find(id).isEmpty()) {
      return new Outcome.Unknown();
    }
    return roster.end(id, by, why) ? done(id) : new Outcome.Refused(Why.ALREADY_ENDED);
  }

  private @Nullable Why refusal(RosterEntry entry, String by) {
    if (entry.ended() != null) {
      return Why.ALREADY_ENDED;
    }
    if (entry.confirmed() != null) {
      return Why.ALREADY_CONFIRMED;
    }
    if (entry.person().equals(by)) {
      return Why.ONESELF;
    }
    if (entry.entered().by().equals(by)) {
      return Why.ENTERED_IT;
    }
    // Where nobody stands who could, the roster begins here.
    return roster.hasConfirmer(entry.jurisdiction(), Set.of(entry.person(), entry.entered().by()))
            && !asking.admits(by, HEADQUARTERS, entry.jurisdiction())
        ? Why.NOT_ON_ROSTER
        : null;
  }

  private Outcome done(UUID id) {
    return new Outcome.Done(roster.find(id).orElseThrow());
  }
}
