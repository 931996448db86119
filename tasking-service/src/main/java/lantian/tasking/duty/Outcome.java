package lantian.tasking.duty;

import java.util.List;

/** What came of an act on a duty: it happened, or it was refused and nothing changed. */
public sealed interface Outcome {

  /** The duty as it stands after all of the events, oldest first. */
  record Done(Duty duty, List<DutyEvent> events) implements Outcome {
    public Done {
      events = List.copyOf(events);
    }
  }

  /** The duty as it still stands. */
  record Refused(Duty duty, Refusal reason) implements Outcome {}
}
