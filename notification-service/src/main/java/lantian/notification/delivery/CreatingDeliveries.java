package lantian.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lantian.events.DeliveryPurpose;
import lantian.events.DutiesAssigned;
import lantian.events.DutiesWithdrawn;
import lantian.events.Occasion;
import lantian.notification.contact.Contact;
import lantian.notification.contact.Contacts;
import lantian.notification.contact.Rank;
import lantian.notification.delivery.Delivery.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes what has to be sent, one delivery per active liaison of the unit, in the transaction of
 * the event; before any call. Nobody to tell is a delivery too, one that has failed. Others are
 * told only when no liaison answers.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class CreatingDeliveries {
  private final Contacts contacts;
  private final Deliveries deliveries;
  private final DeliveryEvents events;
  private final Wording wording;
  private final GiveUpAfter giveUpAfter;
  private final AwaitedAnswers awaited;

  CreatingDeliveries(
      Contacts contacts,
      Deliveries deliveries,
      DeliveryEvents events,
      Wording wording,
      GiveUpAfter giveUpAfter,
      AwaitedAnswers awaited) {
    this.contacts = contacts;
    this.deliveries = deliveries;
    this.events = events;
    this.wording = wording;
    this.giveUpAfter = giveUpAfter;
    this.awaited = awaited;
  }

  /** The unit has its list. A new day of a daily duty is no news that has to be pushed. */
  public void onAssigned(DutiesAssigned event, Instant at) {
    if (event.occasion() != Occasion.LEVEL_CHANGE) {
      return;
    }
    create(
        new Subject(
            event.mode(),
            event.warningId(),
            event.version(),
            event.jurisdiction(),
            event.unit(),
            DeliveryPurpose.LEVEL_CHANGE,
            new Content(
                event.kind(),
                event.from(),
                event.to(),
                event.jurisdictionName(),
                event.unitName(),
                event.unitNameEn(),
                event.assignedAt(),
                event.validFrom(),
                event.validTo(),
                wording.levelChange(event),
                DutyList.of(event.duties()),
                null),
            at));
  }

  /** The unit has nothing left to do, unless the same revision gave it a new list. */
  public void onWithdrawn(DutiesWithdrawn event, Instant at) {
    if (event.remaining() > 0
        || deliveries.hasLevelChange(event.warningId(), event.unit(), event.version())) {
      return;
    }
    create(
        new Subject(
            event.mode(),
            event.warningId(),
            event.version(),
            event.jurisdiction(),
            event.unit(),
            DeliveryPurpose.STAND_DOWN,
            new Content(
                event.kind(),
                event.from(),
                event.to(),
                event.jurisdictionName(),
                event.unitName(),
                event.unitNameEn(),
                event.withdrawnAt(),
                null,
                null,
                wording.standDown(event),
                DutyList.of(List.of()),
                null),
            at));
  }

  /**
   * The same message to the others, who have not had it; those who are told now. In the transaction
   * that says so.
   */
  public List<Delivery> escalate(
      Delivery first, List<Contact> others, Content.Escalated how, Instant at) {
    var text = wording.escalated(first, how);
    var tried = giveUpAfter.of(first.purpose());
    var told = new ArrayList<Delivery>();
    for (var other : others) {
      var delivery = first.escalatedTo(Addressee.of(other), how, text, at);
      if (deliveries.add(delivery, tried)) {
        told.add(delivery);
      }
    }
    return told;
  }

  private void create(Subject subject) {
    var tried = giveUpAfter.of(subject.purpose());
    var overtaken = deliveries.hasNewer(subject.warningId(), subject.unit(), subject.revision());
    if (!overtaken) {
      takeThePlaceOfOlder(subject);
    }
    var liaisons = contacts.activeOf(subject.jurisdiction(), subject.unit(), Rank.LIAISON);
    Delivery first = null;
    for (var contact : liaisons) {
      var delivery = Delivery.to(Addressee.of(contact), subject, overtaken);
      deliveries.add(delivery, tried);
      first = first == null ? delivery : first;
    }
    if (first == null) {
      var step = Delivery.toNobody(subject);
      if (deliveries.add(step.delivery(), tried)) {
        step.events().forEach(events::publish);
      }
      first = step.delivery();
    }
    if (!overtaken && subject.content().correctsFalseAlarm()) {
      tellWhoWasToldInstead(first, tried);
    }
    if (!overtaken) {
      awaited.await(subject);
    }
  }

  /** A false alarm is taken back from everybody who may have had it, deputies and duty desk too. */
  private void tellWhoWasToldInstead(Delivery first, Duration tried) {
    var told = deliveries.toldInsteadBefore(first.warningId(), first.unit(), first.revision());
    for (var contact : contacts.active(told).values()) {
      deliveries.add(first.alsoTo(Addressee.of(contact)), tried);
    }
  }

  private void takeThePlaceOfOlder(Subject subject) {
    supersede(subject);
    if (awaited.overtaken(subject)) {
      supersede(subject); // what the last escalation has added while we waited for it
    }
  }

  private void supersede(Subject subject) {
    deliveries.supersede(
        subject.warningId(), subject.unit(), subject.revision(), subject.purpose());
  }
}
