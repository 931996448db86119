package lantian.notification.channel.email;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import lantian.events.ChinaTime;
import lantian.notification.channel.OutgoingMessage;
import lantian.notification.delivery.DeliveryId;

/**
 * Writes a message as a mail: plain text, and the same as simple HTML. Its Message-ID is made of
 * the delivery's id, the same on every attempt, so that a mail system which got it twice can tell.
 */
final class Letters {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private static final DateTimeFormatter DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

  private final String from;
  private final LetterText text;

  Letters(String from, LetterText text) {
    this.from = from;
    this.text = text;
  }

  MimeMessage write(OutgoingMessage message, Session session) throws MessagingException {
    var delivery = message.delivery();
    var letter = new Identified(session, delivery.id());
    try {
      letter.setFrom(new InternetAddress(from, text.sender(), UTF_8));
      letter.setRecipient(
          RecipientType.TO,
          new InternetAddress(message.contact().target(), message.contact().name(), UTF_8));
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("unreachable: UTF-8 is always there", e);
    }
    letter.setSubject(text.subject(message), UTF_8);
    letter.setHeader("Date", DATE.format(message.at().atZone(ChinaTime.ZONE)));
    letter.setHeader("Auto-Submitted", "auto-generated");
    letter.setHeader("Content-Language", "zh-CN, en");
    letter.setHeader("X-Lantian-Mode", delivery.mode().name());
    var both = new MimeMultipart("alternative");
    both.addBodyPart(part(text.plain(message), "plain"));
    both.addBodyPart(part(text.html(message), "html"));
    letter.setContent(both);
    letter.saveChanges();
    return letter;
  }

  private static MimeBodyPart part(String content, String subtype) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(content, UTF_8, subtype);
    return part;
  }

  /** A mail that keeps the name it was given. */
  private final class Identified extends MimeMessage {
    private final DeliveryId id;

    Identified(Session session, DeliveryId id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + from.substring(from.indexOf('@')) + ">");
    }
  }
}
