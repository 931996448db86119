package lantian.reporting.report.section;

import static lantian.reporting.report.Composing.cell;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import lantian.events.EscalationStep;
import lantian.events.EventType;
import lantian.reporting.episode.DeliveryRecord;
import lantian.reporting.episode.DutyRecord;
import lantian.reporting.episode.Episode;
import lantian.reporting.episode.Extent;
import lantian.reporting.episode.MessageTotals;
import lantian.reporting.report.Composing;
import lantian.reporting.report.EvaluationReport.Cell;
import lantian.reporting.report.EvaluationReport.Row;
import lantian.reporting.report.EvaluationReport.Section;
import lantian.reporting.report.Sources;
import lantian.reporting.report.Words;

/** 应急保障情况: whether the messages reached the people, and how long these took to answer. */
final class SupportSection implements SectionWriter {
  private static final List<String> UNIT_COLUMNS =
      List.of("unit", "#sent", "#acknowledged", "#failed", "median", "longest");
  private static final List<String> FAILED_COLUMNS =
      List.of("unit", "purpose", "failed-at", "failure", "#attempts", "detail");

  private final Extent extent;

  SupportSection(Extent extent) {
    this.extent = extent;
  }

  @Override
  public Section write(Episode episode, Words words, Sources sources) {
    Composing section = new Composing("support", 5, words);
    Messages all = Messages.of(episode);
    MessageTotals totals = all.totals();
    List<String> sent = all.sources(sources, EventType.DELIVERY_SENT);
    Duration median = totals.median();
    section.figure("sent", totals.sent(), sent);
    List<String> acknowledged = all.sources(sources, EventType.DELIVERY_ACKNOWLEDGED);
    section.figure("acknowledged", totals.acknowledged(), or(acknowledged, sent));
    acknowledgedByLink(all, totals, words, sources, section);
    section
        .figure(
            "failed", totals.failed(), or(all.sources(sources, EventType.DELIVERY_FAILED), sent))
        .figure(
            "unanswered", totals.sent() - totals.acknowledged(), Sources.and(sent, acknowledged))
        .figure(
            "median",
            median == null ? null : median.toSeconds() / 60.0,
            words.lasting(median),
            Sources.and(sent, acknowledged));
    escalated(all, totals, sources, section);
    tables(all, totals, unitNames(episode, words), section, words, sources);
    if (totals.messages() == 0) {
      section.notConcluded(words.say("support.none"));
    } else {
      section.dataSay(
          words.say(
              "support.say",
              totals.sent(),
              totals.acknowledged(),
              words.share(totals.acknowledged(), totals.sent()),
              totals.failed(),
              words.lasting(median)));
      section.dataSay(
          words.say(
              "support.say-escalated",
              escalated(totals, EscalationStep.DEPUTY),
              escalated(totals, EscalationStep.DUTY_DESK),
              escalated(totals, EscalationStep.NOBODY_LEFT)));
    }
    section.notConcluded(words.say("support.not-concluded"));
    section.toComplete(words.say("support.to-complete"));
    return section.done();
  }

  private void tables(
      Messages all,
      MessageTotals totals,
      Map<String, String> names,
      Composing section,
      Words words,
      Sources sources) {
    String list = sources.lists().messages();
    LongTable<Map.Entry<String, Messages>> units =
        LongTable.of(
            List.copyOf(all.byUnit().entrySet()),
            totals.units(),
            extent,
            some -> Messages.thatMatter(some, extent.shown()));
    section.table(
        "by-unit",
        UNIT_COLUMNS,
        units.rows().stream()
            .map(unit -> unitRow(unit.getKey(), unit.getValue(), names, section, words, sources))
            .toList(),
        units.more("units", list, words));
    LongTable<DeliveryRecord> failed =
        LongTable.of(
            all.only(Messages::failed).all(), totals.failed(), extent, messages -> messages);
    section.table(
        "failed-table",
        FAILED_COLUMNS,
        failed.rows().stream()
            .map(message -> failedRow(message, names, section, words, sources))
            .toList(),
        failed.more("messages", list, words));
  }

  /** At least so many, where an answer does not say how it came in: its event is an old one. */
  private static void acknowledgedByLink(
      Messages all, MessageTotals totals, Words words, Sources sources, Composing section) {
    int least = totals.byLink();
    List<String> byLink =
        least == 0
            ? List.of()
            : all.among(Messages::byLink).sources(sources, EventType.DELIVERY_ACKNOWLEDGED);
    section.figure(
        "acknowledged-by-link",
        totals.everyWayKnown() ? least : null,
        totals.everyWayKnown() ? String.valueOf(least) : words.say("support.at-least", least),
        or(
            byLink,
            or(
                all.sources(sources, EventType.DELIVERY_ACKNOWLEDGED),
                all.sources(sources, EventType.DELIVERY_SENT))));
  }

  /** How many messages went on to whom; a message that went to two deputies is one. */
  private static void escalated(
      Messages all, MessageTotals totals, Sources sources, Composing section) {
    for (var step : EscalationStep.values()) {
      List<String> events =
          escalated(totals, step) == 0
              ? List.of()
              : all.among(m -> m.escalated() != null && m.escalated().step() == step)
                  .sources(sources, EventType.DELIVERY_ESCALATED);
      section.figure(
          "escalated-" + step.name().toLowerCase(Locale.ROOT).replace('_', '-'),
          escalated(totals, step),
          or(events, all.sources(sources, EventType.DELIVERY_SENT)));
    }
  }

  private static int escalated(MessageTotals totals, EscalationStep step) {
    return totals.escalated().getOrDefault(step, 0);
  }

  private static List<String> or(List<String> some, List<String> otherwise) {
    return some.isEmpty() ? otherwise : some;
  }

  /** Deliveries name a unit by its code; its name is known from its duties. */
  static Map<String, String> unitNames(Episode episode, Words words) {
    Map<String, String> names = new HashMap<>();
    episode.counted().names().forEach((unit, name) -> names.put(unit, words.say(name)));
    for (DutyRecord duty : episode.duties()) {
      if (duty.work() != null) {
        names.put(duty.unit(), MeasuresSection.unitName(duty, words));
      }
    }
    return names;
  }

  private static Row unitRow(
      String unit,
      Messages of,
      Map<String, String> names,
      Composing section,
      Words words,
      Sources sources) {
    return new Row(
        List.of(
            cell(names.getOrDefault(unit, unit)),
            section.number(of.count(DeliveryRecord::wasSent)),
            section.number(of.count(Messages::acknowledged)),
            section.number(of.count(Messages::failed)),
            cell(words.lasting(of.median())),
            cell(words.lasting(of.longest()))),
        Sources.and(
            of.sources(sources, EventType.DELIVERY_SENT),
            of.sources(sources, EventType.DELIVERY_ACKNOWLEDGED),
            of.sources(sources, EventType.DELIVERY_FAILED)));
  }

  private static Row failedRow(
      DeliveryRecord message,
      Map<String, String> names,
      Composing section,
      Words words,
      Sources sources) {
    DeliveryRecord.Failed failed = Objects.requireNonNull(message.failed());
    return new Row(
        List.of(
            cell(names.getOrDefault(message.unit(), message.unit())),
            cell(message.purpose() == null ? words.none() : words.say(message.purpose())),
            cell(words.at(failed.at())),
            new Cell(words.say(failed.reason()), null, "bad"),
            section.number(failed.attempts()),
            cell(failed.detail() == null ? "" : failed.detail())),
        sources.of(EventType.DELIVERY_FAILED, List.of(failed.eventId())));
  }
}
