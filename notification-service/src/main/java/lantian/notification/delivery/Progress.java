package lantian.notification.delivery;

import java.time.Instant;
import lantian.events.AnswerWay;
import lantian.events.FailureReason;
import org.jspecify.annotations.Nullable;

/**
 * How far a delivery has come. {@code repeat}: a call ended unknown, so that the next one is marked
 * and is the last that may end so. Times are business time.
 */
public record Progress(
    DeliveryState state,
    @Nullable FailureReason reason,
    @Nullable String detail,
    int attempts,
    boolean repeat,
    @Nullable Instant sentAt,
    @Nullable Instant acknowledgedAt,
    @Nullable String acknowledgedBy,
    @Nullable AnswerWay acknowledgedWay,
    @Nullable Instant failedAt) {

  static Progress startingAs(DeliveryState state) {
    return new Progress(state, null, null, 0, false, null, null, null, null, null);
  }

  Progress to(DeliveryState next, @Nullable String why) {
    if (!state.mayBecome(next)) {
      throw new IllegalStateException("a delivery does not go from " + state + " to " + next);
    }
    return new Progress(
        next,
        reason,
        why,
        attempts,
        repeat,
        sentAt,
        acknowledgedAt,
        acknowledgedBy,
        acknowledgedWay,
        failedAt);
  }

  Progress sent(Instant at) {
    return new Progress(
        state,
        reason,
        detail,
        attempts,
        repeat,
        at,
        acknowledgedAt,
        acknowledgedBy,
        acknowledgedWay,
        failedAt);
  }

  Progress acknowledged(String by, AnswerWay way, Instant at) {
    return new Progress(state, null, detail, attempts, repeat, sentAt, at, by, way, failedAt);
  }

  Progress failed(FailureReason why, Instant at) {
    return new Progress(
        state,
        why,
        detail,
        attempts,
        repeat,
        sentAt,
        acknowledgedAt,
        acknowledgedBy,
        acknowledgedWay,
        at);
  }

  Progress withRepeat() {
    return new Progress(
        state,
        reason,
        detail,
        attempts,
        true,
        sentAt,
        acknowledgedAt,
        acknowledgedBy,
        acknowledgedWay,
        failedAt);
  }
}
