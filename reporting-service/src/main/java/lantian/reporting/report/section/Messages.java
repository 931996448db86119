package lantian.reporting.report.section;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantian.events.AnswerWay;
import lantian.events.EscalationStep;
import lantian.events.EventType;
import lantian.reporting.episode.DeliveryRecord;
import lantian.reporting.episode.Episode;
import lantian.reporting.episode.MessageTotals;
import lantian.reporting.episode.Turns;
import lantian.reporting.report.Sources;
import org.jspecify.annotations.Nullable;

/**
 * The messages of an episode, counted the same way wherever the report counts them. Where they are
 * too many to look at each, these are those of some units, and the totals are of all.
 */
final class Messages {
  private static final List<EventType> TYPES =
      List.of(
          EventType.DELIVERY_SENT,
          EventType.DELIVERY_ACKNOWLEDGED,
          EventType.DELIVERY_FAILED,
          EventType.DELIVERY_ESCALATED);
  private static final Comparator<Messages> BY_WEIGHT =
      Comparator.comparingInt(Messages::kind)
          .thenComparing((Messages unit) -> unit.count(Messages::failed), Comparator.reverseOrder())
          .thenComparing(
              (Messages unit) -> unit.count(Messages::unanswered), Comparator.reverseOrder());

  private final List<DeliveryRecord> messages;
  private final @Nullable MessageTotals counted;

  private Messages(List<DeliveryRecord> messages, @Nullable MessageTotals counted) {
    this.messages = messages;
    this.counted = counted;
  }

  static Messages of(Episode episode) {
    return of(episode.deliveries(), episode.counted().messages());
  }

  static Messages of(List<DeliveryRecord> messages, @Nullable MessageTotals counted) {
    return new Messages(messages, counted);
  }

  Messages only(Predicate<DeliveryRecord> which) {
    return new Messages(messages.stream().filter(which).toList(), null);
  }

  /** Those, or all where they are counted only: what such a number was counted among. */
  Messages among(Predicate<DeliveryRecord> which) {
    return counted == null ? only(which) : this;
  }

  List<DeliveryRecord> all() {
    return messages;
  }

  static boolean acknowledged(DeliveryRecord message) {
    return message.acknowledged() != null;
  }

  static boolean failed(DeliveryRecord message) {
    return message.failed() != null;
  }

  static boolean unanswered(DeliveryRecord message) {
    return message.wasSent() && message.acknowledged() == null;
  }

  static boolean byLink(DeliveryRecord message) {
    return wayOf(message) == AnswerWay.LINK;
  }

  private static @Nullable AnswerWay wayOf(DeliveryRecord message) {
    DeliveryRecord.Acknowledged acknowledged = message.acknowledged();
    return acknowledged == null ? null : acknowledged.way();
  }

  /** Of all, also where these are some. */
  MessageTotals totals() {
    if (counted != null) {
      return counted;
    }
    Map<EscalationStep, Integer> escalated = new EnumMap<>(EscalationStep.class);
    for (EscalationStep step : EscalationStep.values()) {
      Set<UUID> of =
          messages.stream()
              .map(DeliveryRecord::escalated)
              .filter(Objects::nonNull)
              .filter(e -> e.step() == step)
              .map(DeliveryRecord.Escalated::of)
              .collect(Collectors.toUnmodifiableSet());
      if (!of.isEmpty()) {
        escalated.put(step, of.size());
      }
    }
    return new MessageTotals(
        units(_ -> true),
        messages.size(),
        count(DeliveryRecord::wasSent),
        count(Messages::acknowledged),
        count(Messages::byLink),
        messages.stream().filter(Messages::acknowledged).allMatch(m -> wayOf(m) != null),
        count(Messages::failed),
        units(Messages::failed),
        count(Messages::unanswered),
        units(Messages::unanswered),
        median(),
        escalated,
        TYPES.stream()
            .collect(
                Collectors.toMap(
                    Function.identity(), type -> (int) events(type).distinct().count())));
  }

  int count(Predicate<DeliveryRecord> which) {
    return (int) messages.stream().filter(which).count();
  }

  private int units(Predicate<DeliveryRecord> which) {
    return (int) messages.stream().filter(which).map(DeliveryRecord::unit).distinct().count();
  }

  List<String> unitNames(Map<String, String> names) {
    return messages.stream()
        .map(DeliveryRecord::unit)
        .distinct()
        .map(unit -> names.getOrDefault(unit, unit))
        .toList();
  }

  /** By unit, in the order of their codes. */
  Map<String, Messages> byUnit() {
    Map<String, List<DeliveryRecord>> units = new TreeMap<>();
    for (DeliveryRecord message : messages) {
      units.computeIfAbsent(message.unit(), u -> new ArrayList<>()).add(message);
    }
    Map<String, Messages> of = new LinkedHashMap<>();
    units.forEach((unit, some) -> of.put(unit, new Messages(some, null)));
    return of;
  }

  /** So many units of those that matter most to a reader, the worst first. */
  static List<Map.Entry<String, Messages>> thatMatter(
      List<Map.Entry<String, Messages>> units, int atMost) {
    List<Map.Entry<String, Messages>> byTurns =
        Turns.of(byWeight(units), unit -> unit.getValue().kind());
    return byWeight(byTurns.stream().limit(atMost).toList());
  }

  private static List<Map.Entry<String, Messages>> byWeight(
      List<Map.Entry<String, Messages>> units) {
    return units.stream().sorted(Map.Entry.comparingByValue(BY_WEIGHT)).toList();
  }

  private int kind() {
    if (count(Messages::failed) > 0) {
      return 1;
    }
    return count(Messages::unanswered) > 0 ? 2 : 3;
  }

  /** From sending to answer, the lower one of two in the middle. */
  @Nullable Duration median() {
    List<Duration> times = times();
    return times.isEmpty() ? null : times.get((times.size() - 1) / 2);
  }

  @Nullable Duration longest() {
    List<Duration> times = times();
    return times.isEmpty() ? null : times.getLast();
  }

  private List<Duration> times() {
    return messages.stream()
        .map(DeliveryRecord::responseTime)
        .filter(Objects::nonNull)
        .sorted()
        .toList();
  }

  List<String> sources(Sources sources, EventType type) {
    return counted == null
        ? sources.of(type, events(type).toList())
        : sources.counted(type, counted.events().getOrDefault(type, 0));
  }

  private Stream<UUID> events(EventType type) {
    return messages.stream().map(message -> event(message, type)).filter(Objects::nonNull);
  }

  private static @Nullable UUID event(DeliveryRecord message, EventType type) {
    return switch (type) {
      case DELIVERY_SENT -> message.sent() == null ? null : message.sent().eventId();
      case DELIVERY_ACKNOWLEDGED ->
          message.acknowledged() == null ? null : message.acknowledged().eventId();
      case DELIVERY_FAILED -> message.failed() == null ? null : message.failed().eventId();
      case DELIVERY_ESCALATED -> message.escalated() == null ? null : message.escalated().eventId();
      default -> throw new IllegalArgumentException(type + " tells of no message");
    };
  }
}
