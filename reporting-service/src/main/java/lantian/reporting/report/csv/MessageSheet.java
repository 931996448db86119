package lantian.reporting.report.csv;

import java.util.List;
import lantian.reporting.episode.DeliveryRecord;
import lantian.reporting.report.Words;

/** Every message of a warning, a row each, in the order of its units. */
public final class MessageSheet {
  private static final List<String> COLUMNS =
      List.of(
          "unit-code",
          "purpose",
          "revision",
          "sent-at",
          "attempts",
          "acknowledged-at",
          "took-to-answer",
          "failed-at",
          "failure",
          "delivery-id");

  private final Sheet sheet;
  private final Words words;

  public MessageSheet(Appendable out, Words words) {
    this.sheet = new Sheet(out, COLUMNS, words);
    this.words = words;
  }

  public void add(List<DeliveryRecord> messages) {
    messages.forEach(this::add);
  }

  private void add(DeliveryRecord message) {
    DeliveryRecord.Sent sent = message.sent();
    DeliveryRecord.Acknowledged acknowledged = message.acknowledged();
    DeliveryRecord.Failed failed = message.failed();
    sheet.row(
        message.unit(),
        message.purpose() == null ? "" : words.say(message.purpose()),
        message.revision(),
        sent == null ? "" : words.at(sent.at()),
        sent != null
            ? Integer.valueOf(sent.attempts())
            : failed == null ? null : Integer.valueOf(failed.attempts()),
        acknowledged == null ? "" : words.at(acknowledged.at()),
        message.responseTime() == null ? "" : words.lasting(message.responseTime()),
        failed == null ? "" : words.at(failed.at()),
        failed == null ? "" : words.say(failed.reason()),
        message.deliveryId());
  }
}
