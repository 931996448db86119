package lantian.warning.warning;

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
 * A change that all whom it needs have approved, ready to be published.
 *
 * @param submission which of the proposal's submissions was approved
 * @param contentSha256 fingerprint of what was approved
 * @param validFrom when the response is to begin; null for a lift, as {@code validTo}
 */
public record ApprovedChange(
    UUID proposalId,
    int submission,
    String contentSha256,
    Mode mode,
    String jurisdiction,
    UUID warningId,
    ChangeKind kind,
    WarningLevel from,
    WarningLevel to,
    Cause cause,
    Response response,
    @Nullable Instant validFrom,
    @Nullable Instant validTo,
    String policy,
    Text reason,
    String submittedBy,
    List<String> approvedBy) {
  public ApprovedChange {
    approvedBy = List.copyOf(approvedBy);
  }
}
