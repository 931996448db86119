package lantian.reporting.episode;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lantian.events.Cause;
import lantian.events.ChangeKind;
import lantian.events.Mode;
import lantian.events.Response;
import lantian.events.Text;
import lantian.events.WarningLevel;
import org.jspecify.annotations.Nullable;

/**
 * One published revision of a warning, with the event that told of it.
 *
 * @param respondedIn the response in which it is carried out, where that is told by itself
 * @param binds places below that carry it out, each by events of its own
 */
public record LevelStep(
    UUID eventId,
    Mode mode,
    UUID warningId,
    long revision,
    UUID proposalId,
    String jurisdiction,
    String jurisdictionName,
    ChangeKind kind,
    WarningLevel from,
    WarningLevel to,
    Text reason,
    Instant publishedAt,
    Instant validFrom,
    @Nullable Instant validTo,
    Cause cause,
    Response response,
    String policy,
    String submittedBy,
    List<String> approvedBy,
    @Nullable UUID respondedIn,
    List<String> binds) {
  public LevelStep {
    approvedBy = List.copyOf(approvedBy);
    binds = List.copyOf(binds);
  }

  /** Whether the warning ended after it applied, which is what a report is owed for. */
  public boolean isLift() {
    return kind == ChangeKind.LIFT && to == WarningLevel.NONE;
  }
}
