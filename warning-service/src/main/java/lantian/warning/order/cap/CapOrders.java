package lantian.warning.order.cap;

import java.io.IOException;
import java.util.List;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import lantian.warning.order.OrderDocuments;
import lantian.warning.order.OrderFault;
import lantian.warning.order.OrderFault.Place;
import lantian.warning.order.OrderSender;
import lantian.warning.order.OrderSenders;
import lantian.warning.publication.signature.Verifying;
import lantian.warning.publication.xml.Xml;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * From bytes of a stranger to an order, in this order: read with nothing of the outside, known
 * sender, signature of the whole document by a key of that sender, schema, rules. Of the document
 * before its signature is verified the sender's name alone is looked at, to find the key.
 */
@Component
final class CapOrders implements OrderDocuments {
  private static final int LONGEST_OBJECTION = 300;

  private final Schema schema = Xml.schema("schemas/cap-1.2-order.xsd");
  private final CapOrderFacts facts = CapOrderFacts.onClassPath();
  private final OrderSenders senders;

  CapOrders(OrderSenders senders) {
    this.senders = senders;
  }

  @Override
  public Read read(String written) {
    Document unverified;
    try {
      unverified = Xml.read(written);
    } catch (SAXException e) {
      return refused(new OrderFault.Unreadable(shortened(e.getMessage())));
    }
    String name = new CapElement(unverified.getDocumentElement()).text("sender");
    OrderSender sender = name == null ? null : senders.find(name).orElse(null);
    if (sender == null) {
      return refused(new OrderFault.UnknownSender(name == null ? "" : shortened(name)));
    }
    String why = "no key";
    for (var key : sender.keys()) {
      try {
        return readVerified(new Verifying(key).verify(written), sender, written);
      } catch (Verifying.Unverified e) {
        why = String.valueOf(e.getMessage());
      }
    }
    return refused(new OrderFault.Unverified(shortened(why)));
  }

  private Read readVerified(Document verified, OrderSender sender, String written) {
    try {
      schema.newValidator().validate(new DOMSource(verified));
    } catch (SAXException e) {
      return refused(
          new OrderFault.Broken(
              List.of(Place.at("/alert", "cap-schema", shortened(e.getMessage())))));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    Element root = verified.getDocumentElement();
    CapReading reading = new CapReading(new CapElement(root), facts, sender, written);
    var order = reading.order();
    return order == null
        ? refused(new OrderFault.Broken(reading.faults()))
        : new Read.Known(order, sender);
  }

  private static Read refused(OrderFault fault) {
    return new Read.Refused(fault);
  }

  private static String shortened(@Nullable String text) {
    String given = text == null ? "" : text;
    return given.length() > LONGEST_OBJECTION ? given.substring(0, LONGEST_OBJECTION) : given;
  }
}
