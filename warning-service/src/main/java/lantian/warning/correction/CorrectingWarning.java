package lantian.warning.correction;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lantian.warning.correction.CorrectionOutcome.Corrected;
import lantian.warning.correction.CorrectionOutcome.NotInForce;
import lantian.warning.correction.CorrectionOutcome.NotOnRoster;
import lantian.warning.correction.CorrectionOutcome.NothingPrepared;
import lantian.warning.correction.CorrectionOutcome.Ready;
import lantian.warning.correction.CorrectionOutcome.Stale;
import lantian.warning.correction.CorrectionOutcome.Unknown;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.proposal.DroppingProposal;
import lantian.warning.publication.PreparedCorrection;
import lantian.warning.publication.Publication;
import lantian.warning.publication.Publications;
import lantian.warning.roster.AskingRoster;
import lantian.warning.turn.Turns;
import lantian.warning.warning.Correction;
import lantian.warning.warning.PublishingChange;
import lantian.warning.warning.Warning;
import lantian.warning.warning.Warnings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes back a false alarm. One duty officer may: they look at what was prepared, and confirm it.
 * It ends the warning and can do nothing else; a proposal that stands is gone with it.
 */
@Service
public class CorrectingWarning {
  private static final Set<String> OFFICE = Set.of("office");

  private final Warnings warnings;
  private final Publications publications;
  private final PublishingChange publishing;
  private final DroppingProposal dropping;
  private final AskingRoster roster;
  private final Jurisdictions jurisdictions;
  private final Turns turns;
  private final Clock clock;

  public CorrectingWarning(
      Warnings warnings,
      Publications publications,
      PublishingChange publishing,
      DroppingProposal dropping,
      AskingRoster roster,
      Jurisdictions jurisdictions,
      Turns turns,
      Clock clock) {
    this.warnings = warnings;
    this.publications = publications;
    this.publishing = publishing;
    this.dropping = dropping;
    this.roster = roster;
    this.jurisdictions = jurisdictions;
    this.turns = turns;
    this.clock = clock;
  }

  /** The first action: what would be said. Nothing changes. */
  @Transactional(readOnly = true)
  public CorrectionOutcome prepare(UUID warningId) {
    return ready(warnings.find(warningId));
  }

  /**
   * The second one: it is said.
   *
   * @param seenRevision the revision that was looked at; no other is taken back
   */
  @Transactional
  public CorrectionOutcome confirm(
      UUID warningId, long seenRevision, String by, @Nullable String reason) {
    Warning before = warnings.find(warningId).orElse(null);
    if (before == null) {
      return new Unknown();
    }
    turns.take(before.jurisdiction(), before.mode());
    // Read again: whoever had the turn before may have changed it.
    CorrectionOutcome outcome = ready(warnings.find(warningId));
    if (!(outcome instanceof Ready(var warning, var prepared))) {
      return outcome;
    }
    if (warning.revision() != seenRevision) {
      return new Stale(warning.revision());
    }
    if (!roster.admits(by, OFFICE, authorityOver(warning))) {
      return new NotOnRoster();
    }
    return correct(warning, prepared, by, reason);
  }

  private String authorityOver(Warning warning) {
    return jurisdictions.find(warning.jurisdiction()).orElseThrow().authorityCode();
  }

  private CorrectionOutcome correct(
      Warning warning, PreparedCorrection prepared, String by, @Nullable String reason) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var correction =
        new Correction(
            warning, prepared.sha256(), prepared.texts().items().level(), by, now, reason);
    publishing.correct(correction);
    dropping.drop(warning.jurisdiction(), warning.mode(), now);
    Publication told = publications.find(warning.id(), correction.revision()).orElseThrow();
    return new Corrected(told);
  }

  private CorrectionOutcome ready(Optional<Warning> found) {
    Warning warning = found.orElse(null);
    if (warning == null) {
      return new Unknown();
    }
    if (!warning.isInForce()) {
      return new NotInForce();
    }
    PreparedCorrection prepared =
        publications
            .find(warning.id(), warning.revision())
            .map(Publication::correction)
            .orElse(null);
    return prepared == null ? new NothingPrepared() : new Ready(warning, prepared);
  }
}
