package lantian.notification.channel.webhook;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.UUID;
import lantian.events.ChangeKind;
import lantian.events.ChinaTime;
import lantian.events.DeliveryPurpose;
import lantian.events.EscalationReason;
import lantian.events.Mode;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.notification.channel.OutgoingMessage;
import lantian.notification.contact.Rank;
import lantian.notification.delivery.Content.Escalated;
import lantian.notification.delivery.DutyList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.RawValue;

/**
 * The JSON that a receiver gets. {@code acknowledge}: POST there, with a liaison's token, to say
 * that the message has arrived. {@code link}: the same for a person, without a password; whoever
 * has it can answer. {@code repeat}: an earlier attempt may have arrived already; the {@code
 * webhook-id} is the same. {@code escalation}: why it comes to the deputy or the duty desk, null
 * for a liaison. {@code duties}: an array, written as the message has it.
 */
record WebhookBody(
    String type,
    UUID deliveryId,
    Mode mode,
    Warning warning,
    Unit unit,
    Text title,
    Text text,
    @Nullable Escalation escalation,
    Object duties,
    URI acknowledge,
    URI link,
    boolean repeat) {

  /** {@code level} stands now; {@code from} and {@code to} are the levels before and after. */
  record Warning(
      UUID id,
      long revision,
      WarningLevel level,
      WarningLevel from,
      WarningLevel to,
      ChangeKind kind,
      String jurisdiction,
      String name,
      OffsetDateTime at,
      @Nullable OffsetDateTime validFrom,
      @Nullable OffsetDateTime validTo) {}

  record Unit(String code, String name, String nameEn) {}

  /** {@code insteadOf}: who was told before; null where the unit had nobody. */
  record Escalation(
      Rank to,
      @Nullable Rank insteadOf,
      EscalationReason reason,
      OffsetDateTime since,
      long minutes) {

    static @Nullable Escalation of(@Nullable Escalated how) {
      return how == null
          ? null
          : new Escalation(
              how.to(), how.insteadOf(), how.reason(), ChinaTime.at(how.since()), how.minutes());
    }
  }

  static WebhookBody of(OutgoingMessage message) {
    var delivery = message.delivery();
    var content = delivery.content();
    return new WebhookBody(
        typeOf(delivery.purpose()),
        delivery.id().value(),
        delivery.mode(),
        new Warning(
            delivery.warningId(),
            delivery.revision(),
            content.to(),
            content.from(),
            content.to(),
            content.kind(),
            delivery.jurisdiction(),
            content.jurisdictionName(),
            content.at(),
            content.validFrom(),
            content.validTo()),
        new Unit(delivery.unit(), content.unitName(), content.unitNameEn()),
        message.title(),
        message.text(),
        Escalation.of(content.escalated()),
        listed(content.duties()),
        message.acknowledge(),
        message.link(),
        message.repeat());
  }

  /** What is kept as JSON goes out as it is. */
  private static Object listed(DutyList duties) {
    return duties.asKept().<Object>map(RawValue::new).orElseGet(duties::all);
  }

  private static String typeOf(DeliveryPurpose purpose) {
    return switch (purpose) {
      case LEVEL_CHANGE -> "duties.level-change";
      case STAND_DOWN -> "duties.stand-down";
    };
  }
}
