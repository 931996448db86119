package lantian.reporting.report.section;

import static lantian.reporting.report.Composing.cell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lantian.events.EventType;
import lantian.reporting.episode.DeliveryRecord;
import lantian.reporting.episode.DutyRecord;
import lantian.reporting.episode.DutyStep;
import lantian.reporting.episode.Episode;
import lantian.reporting.episode.MeasuredHour;
import lantian.reporting.report.Composing;
import lantian.reporting.report.EvaluationReport.Row;
import lantian.reporting.report.EvaluationReport.Section;
import lantian.reporting.report.Sources;
import lantian.reporting.report.Words;
import org.jspecify.annotations.Nullable;

/** 存在的问题及改进措施: what the data show as a problem, each with a suggestion to be weighed. */
final class ProblemsSection implements SectionWriter {
  private static final List<String> COLUMNS = List.of("#number", "problem", "basis", "suggestion");

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

  private static void duties(Episode episode, Words words, Sources sources, Found found) {
    Work work = Work.of(episode);
    Map<String, Work> units = work.byUnit();
    List<String> silent = MeasuresSection.unitNames(units, Work::silent, words);
    if (!silent.isEmpty()) {
      Work of = work.only(d -> units.get(d.unit()) != null && units.get(d.unit()).silent());
      found.add(
          "silent-units",
          of.sources(sources, DutyStep.Kind.ASSIGNED),
          silent.size(),
          words.list(silent));
    }
    List<String> late = MeasuresSection.unitNames(units, Work::late, words);
    if (!late.isEmpty()) {
      Work of = work.only(d -> d.everOverdue() || d.completedLate());
      found.add("late-units", of.allSources(sources), late.size(), of.assigned(), words.list(late));
    }
    Work open = work.only(d -> !d.completed() && !d.withdrawn() && !work.isReplaced(d));
    if (!open.isEmpty()) {
      found.add("open-duties", open.sources(sources, DutyStep.Kind.ASSIGNED), open.assigned());
    }
    Work returned = work.only(d -> d.has(DutyStep.Kind.RETURNED));
    if (!returned.isEmpty()) {
      found.add("returned", returned.sources(sources, DutyStep.Kind.RETURNED), returned.assigned());
    }
    List<DutyRecord> inferred =
        work.duties().stream().filter(d -> d.work() != null && d.work().inferred()).toList();
    if (!inferred.isEmpty()) {
      found.add(
          "inferred",
          work.only(inferred::contains).sources(sources, DutyStep.Kind.ASSIGNED),
          inferred.stream().map(d -> d.unit() + "/" + d.code()).distinct().count());
    }
  }

  private static void deliveries(Episode episode, Words words, Sources sources, Found found) {
    List<DeliveryRecord> failed =
        episode.deliveries().stream().filter(d -> d.failed() != null).toList();
    Map<String, String> names = SupportSection.unitNames(episode, words);
    if (!failed.isEmpty()) {
      found.add(
          "failed-deliveries",
          SupportSection.failed(failed, sources),
          failed.size(),
          words.list(units(failed, names)));
    }
    List<DeliveryRecord> unanswered =
        episode.deliveries().stream().filter(d -> d.wasSent() && d.acknowledged() == null).toList();
    if (!unanswered.isEmpty()) {
      found.add(
          "unanswered",
          SupportSection.sent(unanswered, sources),
          unanswered.size(),
          words.list(units(unanswered, names)));
    }
  }

  private static List<String> units(List<DeliveryRecord> of, Map<String, String> names) {
    return of.stream().map(d -> names.getOrDefault(d.unit(), d.unit())).distinct().toList();
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
