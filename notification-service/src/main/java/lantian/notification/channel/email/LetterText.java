package lantian.notification.channel.email;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lantian.events.AssignedDuty;
import lantian.events.ChinaTime;
import lantian.events.DeliveryPurpose;
import lantian.events.Mode;
import lantian.events.WarningLevel;
import lantian.notification.channel.OutgoingMessage;
import org.springframework.context.MessageSource;
import org.springframework.web.util.HtmlUtils;

/**
 * What a mail says: the message in Chinese, the unit's whole list of duties, and in English below.
 */
final class LetterText {
  private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
  private static final Locale ENGLISH = Locale.ENGLISH;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy年M月d日HH:mm", CHINESE);

  private final MessageSource messages;

  LetterText(MessageSource messages) {
    this.messages = messages;
  }

  String sender() {
    return say(CHINESE, "mail.sender");
  }

  String subject(OutgoingMessage message) {
    return message.title().zh();
  }

  String plain(OutgoingMessage message) {
    var lines = new ArrayList<String>();
    lines.add(message.text().zh());
    lines.add("");
    var duties = duties(message);
    if (!duties.isEmpty()) {
      lines.add(say(CHINESE, "mail.duties"));
      for (int i = 0; i < duties.size(); i++) {
        lines.add((i + 1) + ". " + duties.get(i));
      }
      lines.add("");
    }
    lines.add(say(CHINESE, "mail.acknowledge") + " " + message.link());
    lines.add(say(CHINESE, "mail.footer", message.delivery().id().toString()));
    lines.add("");
    lines.add("----");
    lines.add(message.text().en());
    lines.add(say(ENGLISH, "mail.acknowledge") + " " + message.link());
    lines.add(say(ENGLISH, "mail.footer", message.delivery().id().toString()));
    return String.join("\r\n", lines) + "\r\n";
  }

  /** No images, styles from elsewhere or scripts: what a mail program may block is not there. */
  String html(OutgoingMessage message) {
    var duties = new StringBuilder();
    for (var duty : duties(message)) {
      duties.append("<li style=\"margin:0 0 6px\">").append(escape(duty)).append("</li>");
    }
    var link = escape(message.link().toString());
    var id = message.delivery().id().toString();
    return """
    <!DOCTYPE html>
    <html lang="zh-CN"><head><meta charset="UTF-8"><title>%s</title></head>
    <body style="margin:0;padding:16px;font:16px/1.6 'Microsoft YaHei','PingFang SC',sans-serif;color:#1a1a1a">
    <div style="max-width:640px;margin:0 auto;border-top:6px solid %s;padding-top:12px">
    <h1 style="font-size:20px;margin:8px 0">%s</h1>
    <p>%s</p>
    %s
    <p><a href="%s" style="display:inline-block;padding:10px 24px;background:#14508c;color:#ffffff;text-decoration:none">%s</a></p>
    <p style="color:#555555;font-size:13px">%s</p>
    <hr style="border:0;border-top:1px solid #cccccc">
    <div lang="en" style="color:#333333;font-size:14px"><p>%s</p><p><a href="%s">%s</a></p><p style="color:#555555;font-size:13px">%s</p></div>
    </div></body></html>
    """
        .formatted(
            escape(subject(message)),
            colour(message),
            escape(subject(message)),
            escape(message.text().zh()),
            duties.isEmpty()
                ? ""
                : "<p><b>"
                    + escape(say(CHINESE, "mail.duties"))
                    + "</b></p><ol>"
                    + duties
                    + "</ol>",
            link,
            escape(say(CHINESE, "mail.button")),
            escape(say(CHINESE, "mail.footer", id)),
            escape(message.text().en()),
            link,
            escape(say(ENGLISH, "mail.button")),
            escape(say(ENGLISH, "mail.footer", id)));
  }

  private List<String> duties(OutgoingMessage message) {
    return message.delivery().content().duties().all().stream().map(this::duty).toList();
  }

  private String duty(AssignedDuty duty) {
    var more = new ArrayList<String>();
    var measure = duty.measure();
    if (measure != null) {
      more.add(say(CHINESE, "mail.measure", measure.zh()));
    }
    var due = duty.dueAt();
    if (due != null) {
      more.add(say(CHINESE, "mail.due", time(due)));
    }
    var evidence = duty.evidence();
    if (evidence != null) {
      more.add(say(CHINESE, "mail.evidence", evidence.zh()));
    }
    var statement = duty.statement().zh();
    return more.isEmpty()
        ? statement
        : say(CHINESE, "mail.duty", statement, String.join(say(CHINESE, "mail.and"), more));
  }

  /** The colour of the warning that the mail is about; a drill never looks like one. */
  private static String colour(OutgoingMessage message) {
    return message.delivery().mode() == Mode.DRILL
        ? "#14508c"
        : switch (levelOf(message)) {
          case NONE -> "#2e7d32";
          case YELLOW -> "#f2c500";
          case ORANGE -> "#f07800";
          case RED -> "#c8102e";
        };
  }

  /** A stand-down is about the level that ends. */
  private static WarningLevel levelOf(OutgoingMessage message) {
    var content = message.delivery().content();
    return message.delivery().purpose() == DeliveryPurpose.STAND_DOWN
        ? content.from()
        : content.to();
  }

  private static String time(OffsetDateTime at) {
    return TIME.format(at.atZoneSameInstant(ChinaTime.ZONE));
  }

  private static String escape(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }

  private String say(Locale locale, String code, Object... arguments) {
    return messages.getMessage(code, arguments, locale);
  }
}
