package lantian.warning.response;

import java.time.Instant;
import java.util.UUID;
import lantian.events.Cause;
import lantian.events.ChangeKind;
import lantian.events.Mode;
import lantian.events.Response;
import lantian.events.WarningLevel;
import org.jspecify.annotations.Nullable;

/**
 * A change of a place's response.
 *
 * @param asked what asked for it
 * @param follows the event before; null for the first
 */
public record ResponseChange(
    UUID responseId,
    long revision,
    Mode mode,
    String jurisdiction,
    ChangeKind kind,
    WarningLevel from,
    WarningLevel to,
    Cause cause,
    Response response,
    String policy,
    Instant validFrom,
    @Nullable Instant validTo,
    Demands asked,
    Trigger trigger,
    @Nullable UUID follows) {

  /** What of a place above binds it; null: nothing does. */
  public @Nullable Demand above() {
    return asked.above();
  }

  public @Nullable Demand own() {
    return asked.own();
  }

  public @Nullable Demand stricter() {
    return asked.stricter();
  }

  public UUID decision() {
    return trigger.decision();
  }

  public lantian.events.Text reason() {
    return trigger.reason();
  }

  public String submittedBy() {
    return trigger.submittedBy();
  }

  public java.util.List<String> approvedBy() {
    return trigger.approvedBy();
  }

  public Instant at() {
    return trigger.at();
  }
}
