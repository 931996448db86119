package lantian.notification.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import lantian.events.Channel;
import lantian.notification.NotificationSettings;
import lantian.notification.contact.Contact;
import lantian.notification.contact.ContactId;
import lantian.notification.contact.Contacts;
import lantian.notification.delivery.Delivery;
import lantian.notification.delivery.Delivery.Step;
import lantian.notification.delivery.DeliveryEvents;
import lantian.notification.delivery.DeliveryId;
import lantian.notification.delivery.DueDeliveries;
import lantian.notification.delivery.DueDeliveries.Claim;
import lantian.notification.delivery.DueDeliveries.Held;
import lantian.notification.delivery.DueDeliveries.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what is due and notes its calls, in one transaction that ends right before they are made:
 * if this process dies before its end nothing was sent, and after it nobody knows.
 */
@Service
class BeginningCalls {
  private final DueDeliveries due;
  private final Contacts contacts;
  private final DeliveryEvents events;
  private final NotificationSettings settings;
  private final Clock clock;

  BeginningCalls(
      DueDeliveries due,
      Contacts contacts,
      DeliveryEvents events,
      NotificationSettings settings,
      Clock clock) {
    this.due = due;
    this.contacts = contacts;
    this.events = events;
    this.settings = settings;
    this.clock = clock;
  }

  /** A call that has to be made now. */
  record Begun(
      Delivery delivery, Contact contact, UUID token, Instant at, @Nullable String traceparent) {}

  /** What was due, and of it the calls that have to be made now and what ended without one. */
  record Taken(List<Held> due, List<Begun> begun, int ended) {}

  /** Ends what waits for origins that nobody calls now and has run out of time; tells how many. */
  @Transactional
  public int failOutOfTime(Channel channel, Collection<String> origins) {
    if (origins.isEmpty()) {
      return 0;
    }
    var claims =
        due.claimOutOfTime(UUID.randomUUID(), channel, origins, settings.sending().lease());
    claims.forEach(claim -> end(claim, Delivery::outOfTime));
    return claims.size();
  }

  /**
   * Begins the calls of what is due, as far as {@code mayBeCalled} gives leave; the rest waits as
   * before. What has lost its contact fails, which an event tells.
   */
  @Transactional
  public Taken begin(Wanted wanted, Predicate<Held> mayBeCalled, Duration deadline) {
    var held = due.hold(wanted);
    if (held.isEmpty()) {
      return new Taken(held, List.of(), 0);
    }
    var token = UUID.randomUUID();
    var active =
        contacts.active(
            held.stream().map(Held::contact).filter(Objects::nonNull).map(ContactId::new).toList());
    var callable = new ArrayList<DeliveryId>();
    var gone = new ArrayList<DeliveryId>();
    for (var delivery : held) {
      var contact = delivery.contact();
      if (contact == null || !active.containsKey(new ContactId(contact))) {
        gone.add(delivery.id());
      } else if (mayBeCalled.test(delivery)) {
        callable.add(delivery.id());
      }
    }
    if (!gone.isEmpty()) {
      due.claim(token, gone, settings.sending().lease())
          .forEach(claim -> end(claim, Delivery::contactGone));
    }
    var begun = new ArrayList<Begun>();
    for (var call : due.begin(token, callable, deadline)) {
      var addressee = Objects.requireNonNull(call.delivery().addressee());
      var contact = Objects.requireNonNull(active.get(addressee.contact()));
      begun.add(new Begun(call.delivery(), contact, token, call.at(), call.traceparent()));
    }
    return new Taken(held, begun, gone.size());
  }

  private void end(Claim claim, BiFunction<Delivery, Instant, Step> how) {
    due.open(claim.id(), claim.token())
        .ifPresent(
            open -> {
              var step = how.apply(open.delivery(), clock.instant().truncatedTo(ChronoUnit.MICROS));
              due.end(step.delivery());
              step.events().forEach(events::publish);
            });
  }
}
