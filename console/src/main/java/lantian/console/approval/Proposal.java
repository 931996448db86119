package lantian.console.approval;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as warning-service tells of it ({@code GET /api/v1/proposals/{id}}). Codes are passed
 * on as they come, so that a new one is shown rather than hidden; {@code reason} is the explanation
 * of the assessment in the reader's language, word for word.
 *
 * @param mode LIVE or DRILL
 * @param deadline null unless it is submitted
 * @param leadTime null where it raises nothing
 */
public record Proposal(
    String id,
    long version,
    String state,
    String mode,
    String jurisdiction,
    String warningId,
    String kind,
    String from,
    String to,
    String cause,
    String response,
    @Nullable OffsetDateTime validFrom,
    @Nullable OffsetDateTime validTo,
    String policy,
    String reason,
    OffsetDateTime proposedAt,
    @Nullable String submittedBy,
    @Nullable OffsetDateTime submittedAt,
    List<Approval> approvals,
    Authority authority,
    @Nullable Deadline deadline,
    @Nullable LeadTime leadTime,
    Consultation consultation) {

  /** One person's approval; {@code standIn}: in the approvers' stead. */
  public record Approval(String by, String role, OffsetDateTime at, boolean standIn) {}

  /** Whose people decide, in which roles, and how many approvals it takes. */
  public record Authority(
      String jurisdiction,
      List<String> submittedBy,
      List<String> approvedBy,
      int approvals,
      StandIns standIns) {}

  /** Who may decide once the deadline has passed. */
  public record StandIns(int afterHours, List<String> roles, List<String> persons) {}

  /** Until when it should be decided, and who may decide it now. */
  public record Deadline(
      OffsetDateTime dueAt, boolean overdue, List<String> rolesNow, List<String> personsNow) {}

  /** How many hours ahead of its run, how many the policy wants, and why it is fewer. */
  public record LeadTime(
      OffsetDateTime beginsAt, long hoursAhead, long hoursWanted, @Nullable String reason) {
    public boolean isEnough() {
      return hoursAhead >= hoursWanted;
    }
  }

  /** Who must be heard before it is approved, and what was said. */
  public record Consultation(List<Needed> needed, boolean enough, List<Opinion> opinions) {}

  /** How many of a body must be heard, and how many were. */
  public record Needed(String body, int needed, int heard) {}

  /** What somebody said of it. */
  public record Opinion(
      int number,
      String by,
      String body,
      @Nullable String organisation,
      String stance,
      @Nullable String level,
      String text,
      OffsetDateTime at) {}

  /** Only what is surely live is shown as live. */
  public boolean isDrill() {
    return !mode.equals("LIVE");
  }

  /** Put forward, and to be decided; else it is to be put forward first. */
  public boolean isSubmitted() {
    return state.equals("SUBMITTED");
  }

  /** Whether anybody can do anything with it. */
  public boolean isWaiting() {
    return isSubmitted() || state.equals("OPEN") || state.equals("RETURNED");
  }
}
