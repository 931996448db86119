package lantian.warning.proposal;

import java.time.Instant;
import java.util.List;

/** Looks at a proposal before it is put forward. */
public interface SubmissionCheck {

  /** Why what would be published of it is not fit to be; none: it is. */
  List<Objection> objectionsTo(Proposal proposal, Instant now);

  /**
   * One reason.
   *
   * @param pointer where, as a JSON pointer into what would be published
   * @param code of the message {@code error.<code>}, with its arguments
   */
  record Objection(String pointer, String code, List<Object> arguments) {
    public Objection {
      arguments = List.copyOf(arguments);
    }
  }
}
