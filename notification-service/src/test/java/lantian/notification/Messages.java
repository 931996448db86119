package lantian.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lantian.events.ChangeKind;
import lantian.events.Channel;
import lantian.events.DeliveryPurpose;
import lantian.events.FailureReason;
import lantian.events.Mode;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.notification.contact.ContactId;
import lantian.notification.contact.Rank;
import lantian.notification.delivery.Addressee;
import lantian.notification.delivery.Content;
import lantian.notification.delivery.Content.Escalated;
import lantian.notification.delivery.Delivery;
import lantian.notification.delivery.Delivery.Subject;
import lantian.notification.delivery.DeliveryId;
import lantian.notification.delivery.DeliveryState;
import lantian.notification.delivery.DutyList;
import lantian.notification.delivery.Progress;
import org.jspecify.annotations.Nullable;

/** Messages about an orange warning and their deliveries, as they stand in memory. */
public final class Messages {
  public static final Instant AT = Instant.parse("2016-12-09T08:04:00.5Z");

  private Messages() {}

  /** A level change that has been published, or the lift of one. */
  public static Subject message(DeliveryPurpose purpose, @Nullable Escalated how) {
    return new Subject(
        Mode.LIVE, UUID.randomUUID(), 1, "652300", "zjj", purpose, content(purpose, how), AT);
  }

  private static Content content(DeliveryPurpose purpose, @Nullable Escalated how) {
    var standDown = purpose == DeliveryPurpose.STAND_DOWN;
    return new Content(
        standDown ? ChangeKind.LIFT : ChangeKind.RAISE,
        standDown ? WarningLevel.ORANGE : WarningLevel.NONE,
        standDown ? WarningLevel.NONE : WarningLevel.ORANGE,
        "昌吉州",
        "住建局",
        "Housing",
        Duties.AT,
        null,
        null,
        new Text("原文。", "The message."),
        DutyList.of(List.of()),
        how);
  }

  /** A level change to a liaison. */
  public static Delivery delivery(DeliveryState state) {
    return delivery(message(DeliveryPurpose.LEVEL_CHANGE, null), Rank.LIAISON, state, null);
  }

  /** Of a message, to somebody of this rank; after its first call unless it waits for that. */
  public static Delivery delivery(
      Subject of, Rank rank, DeliveryState state, @Nullable Instant sentAt) {
    var failed = state == DeliveryState.PERM_FAIL;
    return new Delivery(
        new DeliveryId(UUID.randomUUID()),
        of.mode(),
        of.warningId(),
        of.revision(),
        of.jurisdiction(),
        of.unit(),
        new Addressee(
            new ContactId(UUID.randomUUID()), "王芳", Channel.WEBHOOK, "https://a.example", rank),
        rank == Rank.LIAISON ? null : new DeliveryId(UUID.randomUUID()),
        of.purpose(),
        of.content(),
        of.at(),
        1,
        new Progress(
            state,
            failed ? FailureReason.GAVE_UP : null,
            null,
            state == DeliveryState.PENDING ? 0 : 1,
            false,
            sentAt,
            null,
            null,
            null,
            failed ? of.at() : null));
  }
}
