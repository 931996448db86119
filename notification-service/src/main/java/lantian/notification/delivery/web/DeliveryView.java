package lantian.notification.delivery.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import lantian.events.AnswerWay;
import lantian.events.Channel;
import lantian.events.ChinaTime;
import lantian.events.DeliveryPurpose;
import lantian.events.FailureReason;
import lantian.events.Mode;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.notification.contact.Rank;
import lantian.notification.delivery.Deliveries.Attempt;
import lantian.notification.delivery.Delivery;
import lantian.notification.delivery.DeliveryState;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as it is shown. No contact and no channel where the unit has nobody; {@code
 * escalationOf}: the delivery without an answer, where this one tells somebody else of it.
 */
record DeliveryView(
    UUID id,
    Mode mode,
    UUID warningId,
    long revision,
    String jurisdiction,
    String unit,
    String unitName,
    @Nullable UUID contactId,
    @Nullable String contactName,
    @Nullable Channel channel,
    Rank rank,
    @Nullable UUID escalationOf,
    DeliveryPurpose purpose,
    WarningLevel level,
    Text text,
    DeliveryState state,
    @Nullable FailureReason reason,
    @Nullable String detail,
    int attempts,
    boolean repeat,
    OffsetDateTime createdAt,
    @Nullable OffsetDateTime sentAt,
    @Nullable OffsetDateTime acknowledgedAt,
    @Nullable String acknowledgedBy,
    @Nullable AnswerWay acknowledgedWay,
    @Nullable OffsetDateTime failedAt,
    long version) {

  /** A page of deliveries; {@code page} counts from 0. */
  record Listed(List<DeliveryView> items, int page, int size, long total) {}

  /** A delivery with its calls. */
  record WithHistory(DeliveryView delivery, List<AttemptView> history) {}

  /** One call; times are machine time. No outcome: the process died in it. */
  record AttemptView(
      int number,
      boolean repeat,
      OffsetDateTime startedAt,
      @Nullable OffsetDateTime endedAt,
      @Nullable String outcome,
      @Nullable String detail) {
    static AttemptView of(Attempt attempt) {
      return new AttemptView(
          attempt.number(),
          attempt.repeat(),
          ChinaTime.at(attempt.startedAt()),
          at(attempt.endedAt()),
          attempt.outcome(),
          attempt.detail());
    }
  }

  static DeliveryView of(Delivery delivery) {
    var addressee = delivery.addressee();
    var progress = delivery.progress();
    var first = delivery.escalationOf();
    return new DeliveryView(
        delivery.id().value(),
        delivery.mode(),
        delivery.warningId(),
        delivery.revision(),
        delivery.jurisdiction(),
        delivery.unit(),
        delivery.content().unitName(),
        addressee == null ? null : addressee.contact().value(),
        addressee == null ? null : addressee.name(),
        addressee == null ? null : addressee.channel(),
        delivery.rank(),
        first == null ? null : first.value(),
        delivery.purpose(),
        delivery.content().to(),
        delivery.content().text(),
        progress.state(),
        progress.reason(),
        progress.detail(),
        progress.attempts(),
        progress.repeat(),
        ChinaTime.at(delivery.createdAt()),
        at(progress.sentAt()),
        at(progress.acknowledgedAt()),
        progress.acknowledgedBy(),
        progress.acknowledgedWay(),
        at(progress.failedAt()),
        delivery.version());
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
    return instant == null ? null : ChinaTime.at(instant);
  }
}
