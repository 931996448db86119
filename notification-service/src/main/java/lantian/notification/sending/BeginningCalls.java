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
import lantian.notification.delivery.DueDeliveries.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes deliveries in two steps. Claimed: nobody else takes them, and if this process dies nothing
 * was sent. Being called: committed right before the call, and if this process dies nobody knows.
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

  @Transactional
  public List<Claim> claim(Wanted wanted) {
    return due.claim(UUID.randomUUID(), wanted, settings.sending().lease());
  }

  /** Gives back what was claimed together and cannot be called now; no attempt was made. */
  @Transactional
  public void release(List<Claim> claims) {
    if (!claims.isEmpty()) {
      due.release(claims.getFirst().token(), claims.stream().map(Claim::id).toList());
    }
  }

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
   * Begins the calls of what was claimed together. What was superseded or answered since drops out;
   * what has lost its contact fails, which an event tells.
   */
  @Transactional
  public List<Begun> begin(List<Claim> claims, Duration deadline) {
    if (claims.isEmpty()) {
      return List.of();
    }
    var token = claims.getFirst().token();
    var active =
        contacts.active(
            claims.stream()
                .map(Claim::contact)
                .filter(Objects::nonNull)
                .map(ContactId::new)
                .toList());
    var reachable = new ArrayList<DeliveryId>();
    for (var claim : claims) {
      var contact = claim.contact();
      if (contact != null && active.containsKey(new ContactId(contact))) {
        reachable.add(claim.id());
      } else {
        end(claim, Delivery::contactGone);
      }
    }
    var begun = new ArrayList<Begun>();
    for (var call : due.begin(token, reachable, deadline)) {
      var addressee = Objects.requireNonNull(call.delivery().addressee());
      var contact = Objects.requireNonNull(active.get(addressee.contact()));
      begun.add(new Begun(call.delivery(), contact, token, call.at(), call.traceparent()));
    }
    return begun;
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
