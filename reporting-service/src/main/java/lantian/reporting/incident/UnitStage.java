package lantian.reporting.incident;

/**
 * How far a unit has come, by the latest change that concerns it. A unit is in every stage that it
 * has reached, so that they are a funnel and not parts of a whole.
 */
public enum UnitStage {
  /** The level in force lays something upon it, or the change has told it to stand down. */
  ASSIGNED,
  /** Somebody of it has the message. */
  TOLD,
  /** Somebody of it has answered the message. */
  ANSWERED,
  /** It has taken on, reported on or completed a duty. */
  WORKING,
  /** It has nothing left to do, and has done something. */
  DONE,
  /** It has a duty that was due and is not done. */
  LATE,
  /** It was told a while ago and has not answered. */
  SILENT,
  /** Its message has failed, and nobody of it has it. */
  UNREACHABLE
}
