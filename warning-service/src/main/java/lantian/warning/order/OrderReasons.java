package lantian.warning.order;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.warning.assessment.Phrases;
import lantian.warning.proposal.OrderedLevel;

/** What an order asks, with the reason that a proposal then gives. */
final class OrderReasons {

  OrderedLevel ordered(Orders.Kept order) {
    return new OrderedLevel(
        order.id(),
        order.level(),
        order.cause(),
        order.from(),
        order.to(),
        new Text(
            reason(Phrases.CHINESE, order.senderName().zh(), order, order.headline().zh()),
            reason(Phrases.ENGLISH, order.senderName().en(), order, order.headline().en())));
  }

  private static String reason(Phrases phrases, String sender, Orders.Kept order, String headline) {
    return phrases.text(
        order.level() == WarningLevel.NONE ? "order.ends" : "order.asks",
        sender,
        phrases.level(order.level()),
        order.key().identifier(),
        headline);
  }

  static String sha256(String document) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(document.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
