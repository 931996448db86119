package lantian.local.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lantian.local.api.Place;

/** The mail server of the demo: every liaison that is told by mail has a mailbox there. */
final class Mailboxes implements AutoCloseable {
  private static final String DOMAIN = ".lantian.example";

  private final GreenMail server;
  private final Set<String> read = new HashSet<>();

  /** A mail: for whom, and which delivery it is. */
  private record Mail(String address, String deliveryId) {}

  /** Mails that came together. */
  record Mails(List<Mail> all) {
    /**
     * The deliveries to the liaison of a unit, in an order that does not depend on who was faster.
     */
    List<String> to(String jurisdiction, String unit) {
      return all.stream()
          .filter(mail -> mail.address().equals(addressOf(jurisdiction, unit)))
          .map(Mail::deliveryId)
          .sorted()
          .toList();
    }
  }

  Mailboxes(int port) {
    server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
  }

  /** Whether a unit is told by mail as well: the first two of each plan. */
  static boolean has(Place place, Place.Unit unit) {
    return place.units().indexOf(unit) < 2;
  }

  static String addressOf(Place place, Place.Unit unit) {
    return addressOf(place.code(), unit.code());
  }

  private static String addressOf(String jurisdiction, String unit) {
    return unit + "@d" + jurisdiction + DOMAIN;
  }

  /** What came since the last look. */
  Mails newMails() {
    // Mailbox by mailbox, so that new ones do not all stand at the end.
    return new Mails(
        Arrays.stream(server.getReceivedMessages())
            .map(Mailboxes::mail)
            .filter(mail -> read.add(mail.deliveryId()))
            .toList());
  }

  /** The name of a mail is its delivery's id, at the sender's domain. */
  private static Mail mail(MimeMessage message) {
    try {
      var name = message.getMessageID();
      var to = (InternetAddress) message.getAllRecipients()[0];
      return new Mail(to.getAddress(), name.substring(1, name.indexOf('@')));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
