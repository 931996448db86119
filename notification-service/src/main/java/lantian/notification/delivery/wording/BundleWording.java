package lantian.notification.delivery.wording;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import lantian.events.ChangeKind;
import lantian.events.ChinaTime;
import lantian.events.DeliveryPurpose;
import lantian.events.DutiesAssigned;
import lantian.events.DutiesWithdrawn;
import lantian.events.DutyDelta;
import lantian.events.Mode;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.notification.delivery.Content;
import lantian.notification.delivery.Content.Escalated;
import lantian.notification.delivery.Delivery;
import lantian.notification.delivery.Wording;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words from the service's message bundles. */
@Component
final class BundleWording implements Wording {
  private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
  private static final Locale ENGLISH = Locale.ENGLISH;
  private static final DateTimeFormatter CHINESE_TIME =
      DateTimeFormatter.ofPattern("yyyy年M月d日HH:mm", CHINESE);
  private static final DateTimeFormatter ENGLISH_TIME =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", ENGLISH);

  private final MessageSource messages;

  BundleWording(MessageSource messages) {
    this.messages = messages;
  }

  @Override
  public Text levelChange(DutiesAssigned event) {
    return new Text(levelChange(event, CHINESE), levelChange(event, ENGLISH));
  }

  private String levelChange(DutiesAssigned event, Locale locale) {
    var validTo = event.validTo();
    return event.kind() == ChangeKind.EXTEND
            && validTo != null
            && count(event, DutyDelta.KEPT) == event.duties().size()
        ? extended(event, validTo, locale)
        : changed(event, locale);
  }

  /** Everything stays as it is, for longer. */
  private String extended(DutiesAssigned event, OffsetDateTime validTo, Locale locale) {
    return drillMark(event.mode(), locale)
        + say(
            locale,
            "wording.extended",
            event.jurisdictionName(),
            level(event.to(), locale),
            kind(event.kind(), locale),
            time(validTo, locale),
            unit(event.unitName(), event.unitNameEn(), locale),
            event.duties().size());
  }

  private String changed(DutiesAssigned event, Locale locale) {
    return drillMark(event.mode(), locale)
        + say(
            locale,
            "wording.level-change",
            event.jurisdictionName(),
            level(event.to(), locale),
            kind(event.kind(), locale),
            level(event.from(), locale),
            time(event.validFrom(), locale),
            unit(event.unitName(), event.unitNameEn(), locale),
            event.duties().size(),
            count(event, DutyDelta.ADDED),
            count(event, DutyDelta.TIGHTENED) + count(event, DutyDelta.EASED));
  }

  @Override
  public Text standDown(DutiesWithdrawn event) {
    return new Text(standDown(event, CHINESE), standDown(event, ENGLISH));
  }

  private String standDown(DutiesWithdrawn event, Locale locale) {
    return drillMark(event.mode(), locale)
        + say(
            locale,
            event.kind() == ChangeKind.CANCEL ? "wording.correction" : "wording.stand-down",
            event.jurisdictionName(),
            kind(event.kind(), locale),
            level(event.from(), locale),
            time(event.withdrawnAt(), locale),
            unit(event.unitName(), event.unitNameEn(), locale));
  }

  @Override
  public Text escalated(Delivery first, Escalated how) {
    return new Text(
        drillMark(first.mode(), CHINESE)
            + escalated("wording.escalated.", first.content(), how, CHINESE)
            + first.content().text().zh(),
        drillMark(first.mode(), ENGLISH)
            + escalated("wording.escalated.", first.content(), how, ENGLISH)
            + first.content().text().en());
  }

  private String escalated(String words, Content content, Escalated how, Locale locale) {
    var insteadOf = how.insteadOf();
    return say(
        locale,
        words + (insteadOf == null ? "NO_CONTACT" : how.reason().name()),
        unit(content.unitName(), content.unitNameEn(), locale),
        insteadOf == null ? "" : say(locale, "rank." + insteadOf.name()),
        say(locale, "rank." + how.to().name()),
        how.minutes(),
        time(ChinaTime.at(how.since()), locale));
  }

  @Override
  public Text title(Delivery delivery) {
    return new Text(title(delivery, CHINESE), title(delivery, ENGLISH));
  }

  private String title(Delivery delivery, Locale locale) {
    var content = delivery.content();
    var how = content.escalated();
    // A stand-down is about the level that ends.
    var level = delivery.purpose() == DeliveryPurpose.STAND_DOWN ? content.from() : content.to();
    return drillMark(delivery.mode(), locale)
        + (delivery.progress().repeat() ? say(locale, "wording.repeat") : "")
        + (how == null ? "" : escalated("title.escalated.", content, how, locale))
        + say(
            locale,
            content.correctsFalseAlarm()
                ? "title.CORRECTION"
                : "title." + delivery.purpose().name(),
            content.jurisdictionName(),
            level(level, locale),
            kind(content.kind(), locale),
            unit(content.unitName(), content.unitNameEn(), locale),
            content.duties().size());
  }

  @Override
  public Text repeated(Text text) {
    return new Text(repeated(text.zh(), CHINESE), repeated(text.en(), ENGLISH));
  }

  /** A drill says first that it is one. */
  private String repeated(String text, Locale locale) {
    var drill = say(locale, "wording.drill");
    var begin = text.startsWith(drill) ? drill : "";
    return begin + say(locale, "wording.repeat") + text.substring(begin.length());
  }

  private static long count(DutiesAssigned event, DutyDelta delta) {
    return event.duties().stream().filter(duty -> duty.delta() == delta).count();
  }

  private String drillMark(Mode mode, Locale locale) {
    return mode == Mode.DRILL ? say(locale, "wording.drill") : "";
  }

  private String level(WarningLevel level, Locale locale) {
    return say(locale, "level." + level.name());
  }

  private String kind(ChangeKind kind, Locale locale) {
    return say(locale, "kind." + kind.name());
  }

  private static String unit(String chinese, String english, Locale locale) {
    return locale.equals(ENGLISH) ? english : chinese;
  }

  private static String time(OffsetDateTime at, Locale locale) {
    var local = at.atZoneSameInstant(ChinaTime.ZONE);
    return locale.equals(ENGLISH) ? ENGLISH_TIME.format(local) : CHINESE_TIME.format(local);
  }

  private String say(Locale locale, String code, Object... arguments) {
    return messages.getMessage(code, arguments, locale);
  }
}
