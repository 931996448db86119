package lantian.warning.emergency;

import java.util.Set;
import java.util.UUID;
import lantian.warning.roster.AskingRoster;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Confirms and withdraws codes: one person makes, another of the headquarters confirms. */
@Service
public class KeepingEmergencyCodes {
  private static final Set<String> HEADQUARTERS = Set.of("headquarters");

  private final EmergencyCodes codes;
  private final AskingRoster roster;

  public KeepingEmergencyCodes(EmergencyCodes codes, AskingRoster roster) {
    this.codes = codes;
    this.roster = roster;
  }

  /** What became of it. */
  public enum Outcome {
    DONE,
    UNKNOWN,
    /** Nobody confirms what they made. */
    MADE_IT,
    NOT_ON_ROSTER,
    /** It was confirmed, used or withdrawn before, or has run out. */
    TOO_LATE
  }

  @Transactional
  public Outcome confirm(UUID id, String by) {
    EmergencyCode code = codes.find(id).orElse(null);
    if (code == null) {
      return Outcome.UNKNOWN;
    }
    if (code.made().by().equals(by)) {
      return Outcome.MADE_IT;
    }
    if (!roster.admits(by, HEADQUARTERS, code.jurisdiction())) {
      return Outcome.NOT_ON_ROSTER;
    }
    return codes.confirm(id, by) ? Outcome.DONE : Outcome.TOO_LATE;
  }

  @Transactional
  public Outcome withdraw(UUID id, String by) {
    if (codes.find(id).isEmpty()) {
      return Outcome.UNKNOWN;
    }
    return codes.withdraw(id, by) ? Outcome.DONE : Outcome.TOO_LATE;
  }
}
