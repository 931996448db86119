package lantian.warning.correction;

import lantian.warning.publication.PreparedCorrection;
import lantian.warning.publication.Publication;
import lantian.warning.warning.Warning;

/** What became of the wish to take a warning back. */
public sealed interface CorrectionOutcome {

  /** It is ready to be confirmed, and says this; nothing has gone out. */
  record Ready(Warning warning, PreparedCorrection prepared) implements CorrectionOutcome {}

  /** The warning is taken back, and this was told. */
  record Corrected(Publication told) implements CorrectionOutcome {}

  record Unknown() implements CorrectionOutcome {}

  /** Whoever takes it back stands on the roster at that moment. */
  record NotOnRoster() implements CorrectionOutcome {}

  /** Nothing is in force any more. */
  record NotInForce() implements CorrectionOutcome {}

  /** The warning is older than prepared corrections: it is lifted by a proposal. */
  record NothingPrepared() implements CorrectionOutcome {}

  /** There is a newer revision than the one that was seen. */
  record Stale(long revision) implements CorrectionOutcome {}
}
