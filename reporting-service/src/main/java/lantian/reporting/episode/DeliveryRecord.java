package lantian.reporting.episode;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import lantian.events.AnswerWay;
import lantian.events.DeliveryPurpose;
import lantian.events.EscalationReason;
import lantian.events.EscalationStep;
import lantian.events.FailureReason;
import org.jspecify.annotations.Nullable;

/**
 * A message to one liaison and what became of it. Each part is there once its event came, in
 * whatever order they came.
 */
public record DeliveryRecord(
    UUID deliveryId,
    UUID warningId,
    @Nullable Long revision,
    String unit,
    @Nullable DeliveryPurpose purpose,
    @Nullable Sent sent,
    @Nullable Acknowledged acknowledged,
    @Nullable Failed failed,
    @Nullable Escalated escalated) {

  /** The receiver's side took the message. */
  public record Sent(UUID eventId, long version, Instant at, int attempts, boolean repeat) {}

  /** Somebody answered; {@code way}: how, where the event says so. */
  public record Acknowledged(
      UUID eventId, long version, Instant at, String by, @Nullable AnswerWay way) {}

  /** Nobody was reached. */
  public record Failed(
      UUID eventId,
      long version,
      Instant at,
      FailureReason reason,
      int attempts,
      @Nullable String detail) {}

  /**
   * The message {@code of} had no answer, and this delivery told somebody else; or it is that
   * message itself, of which nobody is left to tell.
   */
  public record Escalated(
      UUID eventId,
      long version,
      Instant at,
      UUID of,
      EscalationStep step,
      EscalationReason reason) {}

  /** Sent counts what was acknowledged later, and an acknowledgement proves the sending. */
  public boolean wasSent() {
    return sent != null || acknowledged != null;
  }

  /** From sending to the liaison's answer; null while one of the two is not known. */
  public @Nullable Duration responseTime() {
    return sent == null || acknowledged == null
        ? null
        : Duration.between(sent.at(), acknowledged.at());
  }
}
