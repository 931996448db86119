package lantian.reporting.report.section;

import static lantian.reporting.report.Composing.cell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lantian.events.AnswerWay;
import lantian.events.EscalationStep;
import lantian.events.EventType;
import lantian.reporting.episode.DeliveryRecord;
import lantian.reporting.episode.DutyRecord;
import lantian.reporting.episode.Episode;
import lantian.reporting.report.Composing;
import lantian.reporting.report.EvaluationReport.Cell;
import lantian.reporting.report.EvaluationReport.Row;
import lantian.reporting.report.EvaluationReport.Section;
import lantian.reporting.report.Sources;
import lantian.reporting.report.Words;
import org.jspecify.annotations.Nullable;

/** 应急保障情况: whether the messages reached the people, and how long these took to answer. */
final class SupportSection implements SectionWriter {
  private static final List<String> UNIT_COLUMNS =
      List.of("unit", "#sent", "#acknowledged", "#failed", "median", "longest");
  private static final List<String> FAILED_COLUMNS =
      List.of("unit", "purpose", "failed-at", "failure", "#attempts", "detail");

  @Override
  public Section write(Episode episode, Words words, Sources sources) {
    Composing section = new Composing("support", 5, words);
    List<DeliveryRecord> all = episode.deliveries();
    int sent = count(all, DeliveryRecord::wasSent);
    int acknowledged = count(all, d -> d.acknowledged() != null);
    int failed = count(all, d -> d.failed() != null);
    Duration median = median(all);
    section
        .figure("sent", sent, sent(all, sources))
        .figure("acknowledged", acknowledged, or(acknowledged(all, sources), sent(all, sources)));
    acknowledgedByLink(all, words, sources, section);
    section
        .figure("failed", failed, or(failed(all, sources), sent(all, sources)))
        .figure(
            "unanswered",
            sent - acknowledged,
            Sources.and(sent(all, sources), acknowledged(all, sources)))
        .figure(
            "median",
            median == null ? null : median.toSeconds() / 60.0,
            words.lasting(median),
            Sources.and(sent(all, sources), acknowledged(all, sources)));
    escalated(all, sources, section);
    Map<String, String> names = unitNames(episode, words);
    section.table("by-unit", UNIT_COLUMNS, unitRows(all, names, section, words, sources));
    section.table("failed-table", FAILED_COLUMNS, failedRows(all, names, section, words, sources));
    if (all.isEmpty()) {
      section.notConcluded(words.say("support.none"));
    } else {
      section.dataSay(
          words.say(
              "support.say",
              sent,
              acknowledged,
              words.share(acknowledged, sent),
              failed,
              words.lasting(median)));
      section.dataSay(
          words.say(
              "support.say-escalated",
              escalatedTo(all, EscalationStep.DEPUTY).size(),
              escalatedTo(all, EscalationStep.DUTY_DESK).size(),
              escalatedTo(all, EscalationStep.NOBODY_LEFT).size()));
    }
    section.notConcluded(words.say("support.not-concluded"));
    section.toComplete(words.say("support.to-complete"));
    return section.done();
  }

  /** At least so many, where an answer does not say how it came in: its event is an old one. */
  private static void acknowledgedByLink(
      List<DeliveryRecord> all, Words words, Sources sources, Composing section) {
    List<DeliveryRecord> answered = all.stream().filter(d -> d.acknowledged() != null).toList();
    List<DeliveryRecord> byLink =
        answered.stream().filter(d -> wayOf(d) == AnswerWay.LINK).toList();
    boolean known = answered.stream().allMatch(d -> wayOf(d) != null);
    int least = byLink.size();
    section.figure(
        "acknowledged-by-link",
        known ? least : null,
        known ? String.valueOf(least) : words.say("support.at-least", least),
        or(acknowledged(byLink, sources), or(acknowledged(all, sources), sent(all, sources))));
  }

  private static @Nullable AnswerWay wayOf(DeliveryRecord delivery) {
    DeliveryRecord.Acknowledged acknowledged = delivery.acknowledged();
    return acknowledged == null ? null : acknowledged.way();
  }

  /** How many messages went on to whom; a message that went to two deputies is one. */
  private static void escalated(List<DeliveryRecord> all, Sources sources, Composing section) {
    for (var step : EscalationStep.values()) {
      var events =
          sources.of(
              EventType.DELIVERY_ESCALATED,
              all.stream()
                  .map(DeliveryRecord::escalated)
                  .filter(Objects::nonNull)
                  .filter(e -> e.step() == step)
                  .map(DeliveryRecord.Escalated::eventId)
                  .toList());
      section.figure(
          "escalated-" + step.name().toLowerCase(Locale.ROOT).replace('_', '-'),
          escalatedTo(all, step).size(),
          or(events, sent(all, sources)));
    }
  }

  private static Set<UUID> escalatedTo(List<DeliveryRecord> all, EscalationStep step) {
    return all.stream()
        .map(DeliveryRecord::escalated)
        .filter(Objects::nonNull)
        .filter(e -> e.step() == step)
        .map(DeliveryRecord.Escalated::of)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static int count(List<DeliveryRecord> all, Predicate<DeliveryRecord> which) {
    return (int) all.stream().filter(which).count();
  }

  private static List<String> or(List<String> some, List<String> otherwise) {
    return some.isEmpty() ? otherwise : some;
  }

  static List<String> sent(List<DeliveryRecord> all, Sources sources) {
    return sources.of(
        EventType.DELIVERY_SENT,
        all.stream()
            .map(DeliveryRecord::sent)
            .filter(Objects::nonNull)
            .map(DeliveryRecord.Sent::eventId)
            .toList());
  }

  static List<String> acknowledged(List<DeliveryRecord> all, Sources sources) {
    return sources.of(
        EventType.DELIVERY_ACKNOWLEDGED,
        all.stream()
            .map(DeliveryRecord::acknowledged)
            .filter(Objects::nonNull)
            .map(DeliveryRecord.Acknowledged::eventId)
            .toList());
  }

  static List<String> failed(List<DeliveryRecord> all, Sources sources) {
    return sources.of(
        EventType.DELIVERY_FAILED,
        all.stream()
            .map(DeliveryRecord::failed)
            .filter(Objects::nonNull)
            .map(DeliveryRecord.Failed::eventId)
            .toList());
  }

  /** Deliveries name a unit by its code; its name is known from its duties. */
  static Map<String, String> unitNames(Episode episode, Words words) {
    Map<String, String> names = new HashMap<>();
    for (DutyRecord duty : episode.duties()) {
      if (duty.work() != null) {
        names.put(duty.unit(), MeasuresSection.unitName(duty, words));
      }
    }
    return names;
  }

  private static @Nullable Duration median(List<DeliveryRecord> deliveries) {
    List<Duration> times = times(deliveries);
    return times.isEmpty() ? null : times.get((times.size() - 1) / 2);
  }

  private static List<Duration> times(List<DeliveryRecord> deliveries) {
    return deliveries.stream()
        .map(DeliveryRecord::responseTime)
        .filter(Objects::nonNull)
        .sorted()
        .toList();
  }

  private static List<Row> unitRows(
      List<DeliveryRecord> all,
      Map<String, String> names,
      Composing section,
      Words words,
      Sources sources) {
    Map<String, List<DeliveryRecord>> units = new TreeMap<>();
    for (DeliveryRecord delivery : all) {
      units.computeIfAbsent(delivery.unit(), u -> new ArrayList<>()).add(delivery);
    }
    List<Row> rows = new ArrayList<>();
    units.forEach(
        (unit, of) -> {
          List<Duration> times = times(of);
          rows.add(
              new Row(
                  List.of(
                      cell(names.getOrDefault(unit, unit)),
                      section.number(count(of, DeliveryRecord::wasSent)),
                      section.number(count(of, d -> d.acknowledged() != null)),
                      section.number(count(of, d -> d.failed() != null)),
                      cell(words.lasting(median(of))),
                      cell(words.lasting(times.isEmpty() ? null : times.getLast()))),
                  Sources.and(sent(of, sources), acknowledged(of, sources), failed(of, sources))));
        });
    return rows;
  }

  private static List<Row> failedRows(
      List<DeliveryRecord> all,
      Map<String, String> names,
      Composing section,
      Words words,
      Sources sources) {
    List<Row> rows = new ArrayList<>();
    for (DeliveryRecord delivery : all) {
      DeliveryRecord.Failed failed = delivery.failed();
      if (failed != null) {
        rows.add(
            new Row(
                List.of(
                    cell(names.getOrDefault(delivery.unit(), delivery.unit())),
                    cell(delivery.purpose() == null ? words.none() : words.say(delivery.purpose())),
                    cell(words.at(failed.at())),
                    new Cell(words.say(failed.reason()), null, "bad"),
                    section.number(failed.attempts()),
                    cell(failed.detail() == null ? "" : failed.detail())),
                failed(List.of(delivery), sources)));
      }
    }
    return rows;
  }
}
