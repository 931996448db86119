package lantian.reporting.report.section;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import lantian.reporting.episode.DutyCounts;
import lantian.reporting.episode.DutyRecord;
import lantian.reporting.episode.DutyStep;
import lantian.reporting.episode.Episode;
import lantian.reporting.episode.Extent;
import lantian.reporting.episode.WorkTotals;
import lantian.reporting.report.Composing;
import lantian.reporting.report.EvaluationReport.Section;
import lantian.reporting.report.Sources;
import lantian.reporting.report.Words;

/** 应急减排措施落实情况: what each unit was asked, took on, did, did late or left. */
final class MeasuresSection implements SectionWriter {
  private final Extent extent;

  MeasuresSection(Extent extent) {
    this.extent = extent;
  }

  @Override
  public Section write(Episode episode, Words words, Sources sources) {
    Composing section = new Composing("measures", 4, words);
    Work work = Work.of(episode);
    WorkTotals totals = work.totals();
    DutyCounts all = totals.all();
    List<String> assigned = work.sources(sources, DutyStep.Kind.ASSIGNED);
    List<String> completed = work.sourcesOr(sources, DutyStep.Kind.COMPLETED);
    section
        .figure("units", totals.units(), assigned)
        .figure("assigned", all.assigned(), assigned)
        .figure(
            "accepted",
            all.accepted(),
            Sources.and(work.sourcesOr(sources, DutyStep.Kind.ACCEPTED), completed))
        .figure("completed", all.completed(), completed)
        .figure("completed-late", all.completedLate(), completed)
        .figure("overdue", all.overdue(), work.sourcesOr(sources, DutyStep.Kind.OVERDUE))
        .figure("withdrawn", all.withdrawn(), work.sourcesOr(sources, DutyStep.Kind.WITHDRAWN))
        .figure("replaced", all.replaced(), assigned)
        .figure("open", all.open(), work.allSources(sources))
        .figure("late-units", totals.lateUnits(), work.sourcesOr(sources, DutyStep.Kind.OVERDUE))
        .figure("silent-units", totals.silentUnits(), assigned);
    new MeasuresTables(work, totals, extent, section, words, sources).write();

    if (all.assigned() == 0) {
      section.notConcluded(words.say("measures.none"));
    } else {
      sentences(work, totals, section, words);
    }
    section.toComplete(words.say("measures.to-complete"));
    return section.done();
  }

  private void sentences(Work work, WorkTotals totals, Composing section, Words words) {
    DutyCounts all = totals.all();
    Map<String, Work> units = work.byUnit();
    section.dataSay(
        words.say(
            "measures.say",
            totals.units(),
            all.assigned(),
            all.accepted(),
            all.completed(),
            words.share(all.completed(), all.assigned()),
            all.overdue(),
            all.withdrawn()));
    int late = totals.lateUnits();
    section.dataSay(
        late == 0
            ? words.say("measures.say-none-late")
            : words.say(
                "measures.say-late",
                late,
                words.list(unitNames(units, Work::late, words), extent.names(), late)));
    int silent = totals.silentUnits();
    if (silent > 0) {
      section.dataSay(
          words.say(
              "measures.say-silent",
              silent,
              words.list(unitNames(units, Work::silent, words), extent.names(), silent)));
    }
    section.notConcluded(words.say("measures.not-concluded"));
  }

  static List<String> unitNames(Map<String, Work> units, Predicate<Work> which, Words words) {
    return units.values().stream()
        .filter(which)
        .map(w -> unitName(w.duties().getFirst(), words))
        .toList();
  }

  static String unitName(DutyRecord duty, Words words) {
    return words.english() ? duty.unitNameEn() : duty.unitName();
  }
}
