package lantian.warning.forecast;

import lantian.warning.proposal.Judged;

/** What became of a run that was handed in. */
public sealed interface ReceivedForecast {

  /** Stored, and judged with what was measured. */
  record Stored(Judged judged) implements ReceivedForecast {}

  /** It was there already, the very same; nothing changed. */
  record AlreadyThere(Judged judged) implements ReceivedForecast {}

  /** A run of the same place, source and time is there that says something else. */
  record SaysSomethingElse() implements ReceivedForecast {}
}
