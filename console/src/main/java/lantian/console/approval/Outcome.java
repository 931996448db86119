package lantian.console.approval;

/** What came of a decision. */
public sealed interface Outcome {

  /** It counts; the proposal as it is now. */
  record Done(Decision.Move move, Proposal proposal) implements Outcome {}

  /** The service says why nothing was decided. */
  record Refused(Answer.Problem problem) implements Outcome {}

  /** What was seen is not what stands: nothing was decided. */
  record SeenAnother() implements Outcome {}

  /** The service did not answer before it was asked to decide: nothing was decided. */
  record NotAsked() implements Outcome {}

  /** The service was asked and did not answer: look again. */
  record NotKnown() implements Outcome {}
}
