package lantian.reporting.report.section;

import static lantian.reporting.report.Composing.cell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import lantian.events.EventType;
import lantian.reporting.episode.DutyStep;
import lantian.reporting.episode.Episode;
import lantian.reporting.episode.Extent;
import lantian.reporting.episode.MeasuredHour;
import lantian.reporting.episode.MessageTotals;
import lantian.reporting.episode.WorkTotals;
import lantian.reporting.report.Composing;
import lantian.reporting.report.EvaluationReport.Row;
import lantian.reporting.report.EvaluationReport.Section;
import lantian.reporting.report.Sources;
import lantian.reporting.report.Words;
import org.jspecify.annotations.Nullable;

/** 存在的问题及改进措施: what the data show as a problem, each with a suggestion to be weighed. */
final class ProblemsSection implements SectionWriter {
  private static final List<String> COLUMNS = List.of("#number", "problem", "basis", "suggestion");

  private final Extent extent;

  ProblemsSection(Extent extent) {
    this.extent = extent;
  }

  @Override
  public Section write(Episode episode, Words words, Sources sources) {
    Composing section = new Composing("problems", 7, words);
    List<Row> rows = new ArrayList<>();
    Found found = new Found(rows, section, words);
    leadTime(episode, words, sources, found);
    duties(episode, words, sources, found);
    deliveries(episode, words, sources, found);
    data(episode, sources, found);
    section.figure(
        "found",
        rows.size(),
        rows.stream().map(Row::sources).reduce(List.of(), (a, b) -> Sources.and(a, b)));
    section.table("problems", COLUMNS, rows);
    section.dataSay(
        rows.isEmpty() ? words.say("problems.none") : words.say("problems.say", rows.size()));
    section.notConcluded(words.say("problems.not-concluded"));
    section.toComplete(words.say("problems.to-complete"));
    return section.done();
  }

  private record Found(List<Row> rows, Composing section, Words words) {
    void add(String code, List<String> sources, @Nullable Object... values) {
      rows.add(
          new Row(
              List.of(
                  section.number(rows.size() + 1),
                  cell(words.say("problem." + code)),
                  cell(words.say("problem." + code + ".basis", values)),
                  cell(words.say("problem." + code + ".suggestion"))),
              sources));
    }
  }

  private static void leadTime(Episode episode, Words words, Sources sources, Found found) {
    Optional<MeasuredHour> onset = LeadTime.onset(episode);
    Duration ahead =
        onset.map(h -> Duration.between(episode.first().publishedAt(), h.at())).orElse(null);
    if (ahead != null && ahead.compareTo(LeadTime.WANTED) < 0) {
      List<String> from =
          Sources.and(
              ForecastSection.levelSources(sources, List.of(episode.first())),
              Air.sources(sources, onset.stream().toList()));
      if (ahead.isNegative()) {
        found.add(
            "published-late", from, words.lasting(ahead.negated()), words.at(onset.get().at()));
      } else {
        found.add("short-lead", from, words.lasting(ahead), words.at(onset.get().at()));
      }
    }
  }

  private void duties(Episode episode, Words words, Sources sources, Found found) {
    Work work = Work.of(episode);
    WorkTotals totals = work.totals();
    Map<String, Work> units = work.byUnit();
    int silent = totals.silentUnits();
    if (silent > 0) {
      Work of = work.among(d -> units.get(d.unit()) != null && units.get(d.unit()).silent());
      found.add(
          "silent-units",
          of.sources(sources, DutyStep.Kind.ASSIGNED),
          silent,
          names(units, Work::silent, silent, words));
    }
    int late = totals.lateUnits();
    if (late > 0) {
      found.add(
          "late-units",
          work.among(Work::isLate).allSources(sources),
          late,
          totals.late(),
          names(units, Work::late, late, words));
    }
    if (totals.all().open() > 0) {
      found.add(
          "open-duties",
          work.among(work::isOpen).sources(sources, DutyStep.Kind.ASSIGNED),
          totals.all().open());
    }
    if (totals.returned() > 0) {
      found.add(
          "returned",
          work.among(d -> d.has(DutyStep.Kind.RETURNED)).sources(sources, DutyStep.Kind.RETURNED),
          totals.returned());
    }
    if (totals.inferred() > 0) {
      found.add(
          "inferred",
          work.among(Work::isInferred).sources(sources, DutyStep.Kind.ASSIGNED),
          totals.inferred());
    }
  }

  private String names(Map<String, Work> units, Predicate<Work> which, int all, Words words) {
    return words.list(MeasuresSection.unitNames(units, which, words), extent.names(), all);
  }

  private void deliveries(Episode episode, Words words, Sources sources, Found found) {
    Messages messages = Messages.of(episode);
    MessageTotals totals = messages.totals();
    Map<String, String> names = SupportSection.unitNames(episode, words);
    if (totals.failed() > 0) {
      Messages failed = messages.among(Messages::failed);
      found.add(
          "failed-deliveries",
          failed.sources(sources, EventType.DELIVERY_FAILED),
          totals.failed(),
          words.list(
              messages.only(Messages::failed).unitNames(names),
              extent.names(),
              totals.failedUnits()));
    }
    if (totals.unanswered() > 0) {
      Messages unanswered = messages.among(Messages::unanswered);
      found.add(
          "unanswered",
          unanswered.sources(sources, EventType.DELIVERY_SENT),
          totals.unanswered(),
          words.list(
              messages.only(Messages::unanswered).unitNames(names),
              extent.names(),
              totals.unansweredUnits()));
    }
  }

  private static void data(Episode episode, Sources sources, Found found) {
    List<MeasuredHour> during = episode.hoursDuring();
    long expected = Air.hoursBetween(episode.responseFrom(), episode.liftedAt());
    if (during.size() < expected) {
      found.add("missing-hours", Air.sources(sources, during), expected - during.size(), expected);
    }
    if (!episode.missingRevisions().isEmpty()) {
      found.add(
          "missing-revisions",
          sources.of(EventType.WARNING_LEVEL_CHANGED, List.of(episode.lift().eventId())),
          episode.missingRevisions());
    }
  }
}
