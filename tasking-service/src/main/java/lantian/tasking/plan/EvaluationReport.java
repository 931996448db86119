package lantian.tasking.plan;

import static java.util.Objects.requireNonNull;

import java.util.List;
import lantian.events.Text;

/**
 * The report that evaluates a response after the lift of its warning (大气污染防治法 Art. 96; seed 000 row
 * 3).
 *
 * @param duty the code of the duty that asks for it
 * @param receiver the code of the unit that receives it
 * @param inferred whether the source is silent on deadline and headings
 */
public record EvaluationReport(
    String duty,
    String receiver,
    Deadline.WorkingDays deadline,
    List<Heading> headings,
    boolean inferred) {

  public EvaluationReport {
    requireNonNull(duty, "duty");
    requireNonNull(receiver, "receiver");
    requireNonNull(deadline, "deadline");
    headings = List.copyOf(headings);
  }

  /** A part that the report must have. */
  public record Heading(String code, Text title) {}
}
