package lantian.notification.link;

import java.time.Clock;
import java.util.Optional;
import lantian.events.AnswerWay;
import lantian.notification.contact.Contact;
import lantian.notification.contact.Contacts;
import lantian.notification.delivery.AcknowledgingDelivery;
import lantian.notification.delivery.Deliveries;
import lantian.notification.delivery.Delivery;
import lantian.notification.delivery.DeliveryState;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers a message by its link: once, for that person, that delivery, until it expires. */
@Service
public class AnsweringByLink {
  private final Links links;
  private final Deliveries deliveries;
  private final Contacts contacts;
  private final AcknowledgingDelivery acknowledging;
  private final Clock clock;

  AnsweringByLink(
      Links links,
      Deliveries deliveries,
      Contacts contacts,
      AcknowledgingDelivery acknowledging,
      Clock clock) {
    this.links = links;
    this.deliveries = deliveries;
    this.contacts = contacts;
    this.acknowledging = acknowledging;
    this.clock = clock;
  }

  /** What the link is about; changes nothing, since programs open links before people do. */
  @Transactional(readOnly = true)
  public LinkAnswer look(String token) {
    return links
        .read(token)
        .map(link -> standing(link, deliveries.find(link.delivery())))
        .orElseGet(LinkAnswer.Unknown::new);
  }

  /** Answers, if the message still waits for it. Of two at once, one does. */
  @Transactional
  public LinkAnswer answer(String token) {
    return links
        .read(token)
        .map(link -> standing(link, deliveries.findForChange(link.delivery())))
        .map(standing -> standing instanceof LinkAnswer.Open open ? acknowledge(open) : standing)
        .orElseGet(LinkAnswer.Unknown::new);
  }

  private LinkAnswer acknowledge(LinkAnswer.Open open) {
    var delivery = open.delivery();
    var addressee = delivery.addressee();
    if (addressee == null) {
      return new LinkAnswer.Unknown();
    }
    return new LinkAnswer.Answered(
        acknowledging.acknowledge(delivery.id(), addressee.name(), AnswerWay.LINK), true);
  }

  private LinkAnswer standing(AnswerLink link, Optional<Delivery> found) {
    if (found.isEmpty() || !isAddressedBy(found.get(), link)) {
      return new LinkAnswer.Unknown();
    }
    var delivery = found.get();
    if (link.isExpired(clock.instant())) {
      return new LinkAnswer.Expired();
    }
    if (contacts.find(link.contact()).filter(Contact::active).isEmpty()) {
      return new LinkAnswer.Refused();
    }
    if (delivery.progress().state() == DeliveryState.ACKED) {
      return new LinkAnswer.Answered(delivery, false);
    }
    return isOvertaken(delivery)
        ? new LinkAnswer.Superseded(delivery)
        : new LinkAnswer.Open(delivery);
  }

  private static boolean isAddressedBy(Delivery delivery, AnswerLink link) {
    var addressee = delivery.addressee();
    return addressee != null && addressee.contact().equals(link.contact());
  }

  private boolean isOvertaken(Delivery delivery) {
    return delivery.progress().state() == DeliveryState.SUPERSEDED
        || deliveries.hasNewer(delivery.warningId(), delivery.unit(), delivery.revision());
  }
}
