package lantian.warning.order.cap;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import lantian.events.Cause;
import lantian.events.Mode;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.warning.order.Order;
import lantian.warning.order.OrderFault.Place;
import lantian.warning.order.OrderKey;
import lantian.warning.order.OrderSender;
import org.jspecify.annotations.Nullable;

/** What a message that the schema has let through asks for, and all that it does not keep. */
final class CapReading {
  private final CapElement alert;
  private final List<CapElement> infos;
  private final CapOrderFacts facts;
  private final OrderSender sender;
  private final String written;
  private final List<Place> faults = new ArrayList<>();

  CapReading(CapElement alert, CapOrderFacts facts, OrderSender sender, String written) {
    this.alert = alert;
    this.infos = alert.children("info");
    this.facts = facts;
    this.sender = sender;
    this.written = written;
  }

  List<Place> faults() {
    return List.copyOf(faults);
  }

  /** Null where it has faults. */
  @Nullable Order order() {
    OrderKey key =
        new OrderKey(sender.id(), alert.required("identifier"), time(alert.required("sent")));
    Order.Type type = Order.Type.valueOf(alert.required("msgType").toUpperCase(Locale.ROOT));
    Mode mode = facts.modes().get(alert.required("status"));
    if (mode == null) {
      faults.add(Place.at("/alert/status", "order-status", alert.required("status")));
    }
    if (infos.stream().noneMatch(this::isAboutHeavyPollution)) {
      faults.add(Place.at("/alert/info/eventCode", "order-other-event"));
    }
    WarningLevel level =
        type == Order.Type.CANCEL ? WarningLevel.NONE : same(this::level, "severity");
    Instant from = same(this::from, "onset");
    Optional<Instant> to = same(CapReading::to, "expires");
    List<OrderKey> references = references(type);
    if (!faults.isEmpty() || mode == null || level == null || from == null || to == null) {
      return null;
    }
    return new Order(
        key,
        mode,
        type,
        level,
        cause(),
        from,
        to.orElse(null),
        area(),
        references,
        sender.name(),
        new Text(headline("zh"), headline("en")),
        written);
  }

  /** What every language says alike; two that differ are an order that says two things. */
  private <T> @Nullable T same(Function<CapElement, T> of, String element) {
    Set<T> all = new HashSet<>();
    infos.forEach(info -> all.add(of.apply(info)));
    if (all.size() != 1) {
      faults.add(Place.at("/alert/info/" + element, "order-two-things"));
      return null;
    }
    return all.iterator().next();
  }

  private boolean isAboutHeavyPollution(CapElement info) {
    return facts.eventNames().contains(info.required("event"))
        || info.named("eventCode").entrySet().stream()
            .anyMatch(
                code ->
                    facts.eventCodes().getOrDefault(code.getKey(), List.of()).stream()
                        .anyMatch(code.getValue()::contains));
  }

  private WarningLevel level(CapElement info) {
    if (info.texts("responseType").stream().anyMatch(facts.endingResponses()::contains)) {
      return WarningLevel.NONE;
    }
    WarningLevel level = facts.levels().get(info.required("severity"));
    if (level == null) {
      Place place = Place.at("/alert/info/severity", "order-no-level", info.required("severity"));
      if (!faults.contains(place)) {
        faults.add(place);
      }
      return WarningLevel.NONE;
    }
    return level;
  }

  private Instant from(CapElement info) {
    return Stream.of("onset", "effective")
        .map(info::text)
        .filter(text -> text != null)
        .findFirst()
        .map(CapReading::time)
        .orElseGet(() -> time(alert.required("sent")));
  }

  private static Optional<Instant> to(CapElement info) {
    return Optional.ofNullable(info.text("expires")).map(CapReading::time);
  }

  private List<OrderKey> references(Order.Type type) {
    String written = alert.text("references");
    if ((written == null) != (type == Order.Type.ALERT)) {
      faults.add(Place.at("/alert/references", "order-references"));
    }
    if (written == null) {
      return List.of();
    }
    List<OrderKey> references = new ArrayList<>();
    for (String each : written.strip().split("\\s+")) {
      String[] parts = each.split(",", -1);
      if (!parts[0].equals(sender.id())) {
        faults.add(Place.at("/alert/references", "order-of-another", parts[0]));
      }
      references.add(new OrderKey(parts[0], parts[1], time(parts[2])));
    }
    return references.stream().distinct().toList();
  }

  private List<String> area() {
    return infos.stream()
        .flatMap(info -> info.children("area").stream())
        .flatMap(area -> area.named("geocode").entrySet().stream())
        .filter(code -> facts.geocodes().contains(code.getKey()))
        .flatMap(code -> code.getValue().stream())
        .distinct()
        .sorted()
        .toList();
  }

  private Cause cause() {
    return infos.stream()
        .flatMap(
            info ->
                info.named("parameter").getOrDefault(facts.causeParameter(), List.of()).stream())
        .flatMap(given -> Arrays.stream(Cause.values()).filter(cause -> cause.name().equals(given)))
        .findFirst()
        .orElse(facts.causeOtherwise());
  }

  private String headline(String language) {
    CapElement info =
        infos.stream()
            .filter(each -> String.valueOf(each.text("language")).startsWith(language))
            .findFirst()
            .orElse(infos.getFirst());
    String headline = info.text("headline");
    return headline == null ? info.required("event") : headline;
  }

  private static Instant time(String written) {
    return OffsetDateTime.parse(written).toInstant();
  }
}
