package lantian.warning.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lantian.events.Mode;
import lantian.events.WarningLevel;
import lantian.warning.drill.Drills;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.order.OrderFault.Place;
import lantian.warning.proposal.Judged;
import lantian.warning.proposal.OrderedLevel;
import lantian.warning.proposal.ProposingChange;
import lantian.warning.turn.Turns;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in an order once, and has each place that it reaches judged anew: it asks the authority of
 * that place for at least the ordered level, and people decide as ever. A place below one that is
 * reached is bound by that one's warning and not asked by itself.
 */
@Service
public class ReceivingOrder {
  /** Clocks of other platforms may be ahead by so much. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private static final int PROVINCE_DIGITS = 2;
  private static final int PREFECTURE_DIGITS = 4;

  private final OrderDocuments documents;
  private final Orders orders;
  private final OrderReasons reasons = new OrderReasons();
  private final Jurisdictions jurisdictions;
  private final ProposingChange proposing;
  private final Drills drills;
  private final Turns turns;
  private final Clock clock;

  public ReceivingOrder(
      OrderDocuments documents,
      Orders orders,
      Jurisdictions jurisdictions,
      ProposingChange proposing,
      Drills drills,
      Turns turns,
      Clock clock) {
    this.documents = documents;
    this.orders = orders;
    this.jurisdictions = jurisdictions;
    this.proposing = proposing;
    this.drills = drills;
    this.turns = turns;
    this.clock = clock;
  }

  /**
   * @param mayBring whether the caller may bring in an order for this place
   */
  @Transactional
  public ReceivedOrder receive(String document, String by, Predicate<Jurisdiction> mayBring) {
    OrderDocuments.Read read = documents.read(document);
    if (read instanceof OrderDocuments.Read.Refused(var fault)) {
      return new ReceivedOrder.Refused(fault);
    }
    OrderDocuments.Read.Known known = (OrderDocuments.Read.Known) read;
    Order order = known.order();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    List<Jurisdiction> places = reached(order);
    for (Jurisdiction place : places) {
      if (!mayBring.test(place)) {
        return new ReceivedOrder.NotForCaller(place.code());
      }
    }
    // Whoever has the turns of its places is alone with it; they are taken from above to below.
    List<Turn> taken =
        places.stream()
            .map(place -> new Turn(place, turns.take(place.code(), order.mode())))
            .toList();
    Orders.Kept there = orders.named(order.key().sender(), order.key().identifier()).orElse(null);
    if (there != null) {
      return there.sha256().equals(OrderReasons.sha256(document))
          ? new ReceivedOrder.AlreadyThere(there)
          : new ReceivedOrder.SaysSomethingElse();
    }
    List<Place> faults = faults(order, known.sender(), places, now);
    if (!faults.isEmpty()) {
      return new ReceivedOrder.Refused(new OrderFault.Broken(faults));
    }
    orders.save(order, places.stream().map(Jurisdiction::code).toList(), by, now);
    Orders.Kept kept = orders.find(order.id()).orElseThrow();
    return new ReceivedOrder.Taken(kept, propose(kept, taken, now));
  }

  private record Turn(Jurisdiction place, long number) {}

  private List<UUID> propose(Orders.Kept order, List<Turn> turns, Instant now) {
    if (order.standing(now) == Orders.Standing.REPLACED) {
      // What came later says otherwise: it has been followed already.
      return List.of();
    }
    List<UUID> proposals = new ArrayList<>();
    OrderedLevel asked = reasons.ordered(order);
    for (Turn turn : turns) {
      if (order.mode() == Mode.DRILL && drills.openIn(turn.place().code()).isEmpty()) {
        // Nobody practises there now: it is kept, and asks for nothing.
        continue;
      }
      Judged judged = proposing.afterOrder(turn.place(), order.mode(), now, turn.number(), asked);
      if (judged.standing() != null) {
        proposals.add(judged.standing().id());
      }
    }
    return proposals;
  }

  private static List<Place> faults(
      Order order, OrderSender sender, List<Jurisdiction> places, Instant now) {
    List<Place> faults = new ArrayList<>();
    if (order.key().sent().isAfter(now.plus(AHEAD))) {
      faults.add(Place.at("/alert/sent", "order-future"));
    }
    Instant to = order.to();
    if (order.level() != WarningLevel.NONE && to != null && !to.isAfter(now)) {
      faults.add(Place.at("/alert/info/expires", "order-expired"));
    }
    if (to != null && !to.isAfter(order.from())) {
      faults.add(Place.at("/alert/info/expires", "order-ends-first"));
    }
    for (String code : order.area()) {
      if (!sender.mayOrder(code)) {
        faults.add(Place.at("/alert/info/area/geocode", "order-not-their-area", code));
      }
    }
    if (places.isEmpty()) {
      faults.add(
          Place.at(
              "/alert/info/area/geocode", "order-unknown-area", String.join(", ", order.area())));
    }
    return faults;
  }

  /** The places with warnings in its area, without those below another one of them. */
  private List<Jurisdiction> reached(Order order) {
    List<Jurisdiction> within =
        jurisdictions.all().stream()
            .filter(place -> order.area().stream().anyMatch(code -> covers(code, place.code())))
            .toList();
    Set<String> codes = within.stream().map(Jurisdiction::code).collect(Collectors.toSet());
    return within.stream()
        .filter(
            place -> jurisdictions.above(place).stream().noneMatch(up -> codes.contains(up.code())))
        .sorted(java.util.Comparator.comparing(Jurisdiction::code))
        .toList();
  }

  /** GB/T 2260: a province ends in four zeros, a prefecture in two. */
  static boolean covers(String area, String place) {
    if (area.endsWith("0000")) {
      return place.startsWith(area.substring(0, PROVINCE_DIGITS));
    }
    if (area.endsWith("00")) {
      return place.startsWith(area.substring(0, PREFECTURE_DIGITS));
    }
    return area.equals(place);
  }
}
