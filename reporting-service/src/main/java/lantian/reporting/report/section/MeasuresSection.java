package lantian.reporting.report.section;

import static lantian.reporting.report.Composing.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import lantian.events.DutyPhase;
import lantian.events.WarningLevel;
import lantian.reporting.episode.AssignedWork;
import lantian.reporting.episode.DutyRecord;
import lantian.reporting.episode.DutyStep;
import lantian.reporting.episode.Episode;
import lantian.reporting.report.Composing;
import lantian.reporting.report.EvaluationReport.Cell;
import lantian.reporting.report.EvaluationReport.Row;
import lantian.reporting.report.EvaluationReport.Section;
import lantian.reporting.report.Sources;
import lantian.reporting.report.Words;
import org.jspecify.annotations.Nullable;

/** 应急减排措施落实情况: what each unit was asked, took on, did, did late or left. */
final class MeasuresSection implements SectionWriter {
  private static final int TEXTS_SHOWN = 2;

  @Override
  public Section write(Episode episode, Words words, Sources sources) {
    Composing section = new Composing("measures", 4, words);
    Work work = Work.of(episode);
    Map<String, Work> units = work.byUnit();
    List<String> assigned = work.sources(sources, DutyStep.Kind.ASSIGNED);
    List<String> completed = work.sourcesOr(sources, DutyStep.Kind.COMPLETED);
    section
        .figure("units", units.size(), assigned)
        .figure("assigned", work.assigned(), assigned)
        .figure(
            "accepted",
            work.accepted(),
            Sources.and(work.sourcesOr(sources, DutyStep.Kind.ACCEPTED), completed))
        .figure("completed", work.completed(), completed)
        .figure("completed-late", work.completedLate(), completed)
        .figure("overdue", work.overdue(), work.sourcesOr(sources, DutyStep.Kind.OVERDUE))
        .figure("withdrawn", work.withdrawn(), work.sourcesOr(sources, DutyStep.Kind.WITHDRAWN))
        .figure("replaced", work.replaced(), assigned)
        .figure("open", work.open(), work.allSources(sources));
    List<String> silent = unitNames(units, Work::silent, words);
    List<String> late = unitNames(units, Work::late, words);
    section
        .figure("late-units", late.size(), work.sourcesOr(sources, DutyStep.Kind.OVERDUE))
        .figure("silent-units", silent.size(), assigned);
    section.table("by-unit", UNIT_COLUMNS, unitRows(units, section, words, sources));
    section.table("by-level", LEVEL_COLUMNS, levelRows(work, section, words, sources));
    section.table("late", LATE_COLUMNS, lateRows(work, words, sources));
    section.table("evidence", EVIDENCE_COLUMNS, evidenceRows(units, section, words, sources));

    if (work.isEmpty()) {
      section.notConcluded(words.say("measures.none"));
    } else {
      section.dataSay(
          words.say(
              "measures.say",
              units.size(),
              work.assigned(),
              work.accepted(),
              work.completed(),
              words.share(work.completed(), work.assigned()),
              work.overdue(),
              work.withdrawn()));
      section.dataSay(
          late.isEmpty()
              ? words.say("measures.say-none-late")
              : words.say("measures.say-late", late.size(), words.list(late)));
      if (!silent.isEmpty()) {
        section.dataSay(words.say("measures.say-silent", silent.size(), words.list(silent)));
      }
      section.notConcluded(words.say("measures.not-concluded"));
    }
    section.toComplete(words.say("measures.to-complete"));
    return section.done();
  }

  private static final List<String> COUNTS =
      List.of(
          "#assigned",
          "#accepted",
          "#completed",
          "#completed-late",
          "#overdue",
          "#withdrawn",
          "#replaced",
          "#open");
  private static final List<String> UNIT_COLUMNS = with(COUNTS, "unit", "remark");
  private static final List<String> LEVEL_COLUMNS = with(COUNTS, "assigned-at-level", null);
  private static final List<String> LATE_COLUMNS =
      List.of("unit", "duty", "clause", "due-at", "done-at");
  private static final List<String> EVIDENCE_COLUMNS =
      List.of("unit", "duty", "clause", "#assigned", "#completed", "evidence");

  private static List<String> with(List<String> counts, String first, @Nullable String last) {
    List<String> columns = new ArrayList<>();
    columns.add(first);
    columns.addAll(counts);
    if (last != null) {
      columns.add(last);
    }
    return columns;
  }

  private static List<Cell> counts(Work work, Composing section) {
    return List.of(
        section.number(work.assigned()),
        section.number(work.accepted()),
        section.number(work.completed()),
        section.number(work.completedLate()),
        section.number(work.overdue()),
        section.number(work.withdrawn()),
        section.number(work.replaced()),
        section.number(work.open()));
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

  private static List<Row> unitRows(
      Map<String, Work> units, Composing section, Words words, Sources sources) {
    List<Row> rows = new ArrayList<>();
    for (Work work : units.values()) {
      List<Cell> cells = new ArrayList<>();
      cells.add(cell(unitName(work.duties().getFirst(), words)));
      cells.addAll(counts(work, section));
      String remark = work.silent() ? "measures.silent" : work.late() ? "measures.late-unit" : null;
      cells.add(
          remark == null
              ? cell("")
              : new Cell(words.say(remark), null, work.silent() ? "bad" : "warn"));
      rows.add(new Row(cells, work.allSources(sources)));
    }
    return rows;
  }

  /** By the level at which a duty was first assigned; what follows a lift stands apart. */
  private static List<Row> levelRows(Work work, Composing section, Words words, Sources sources) {
    List<Row> rows = new ArrayList<>();
    for (WarningLevel level : Arrays.asList(WarningLevel.values()).reversed()) {
      Work of = work.only(d -> !followsLift(d) && d.level() == level);
      if (!of.isEmpty()) {
        rows.add(levelRow(section.level(level), of, section, sources));
      }
    }
    Work after = work.only(MeasuresSection::followsLift);
    if (!after.isEmpty()) {
      rows.add(levelRow(cell(words.say("measures.after-lift")), after, section, sources));
    }
    Work unknown = work.only(d -> !followsLift(d) && d.level() == null);
    if (!unknown.isEmpty()) {
      rows.add(levelRow(cell(words.say("measures.level-unknown")), unknown, section, sources));
    }
    return rows;
  }

  private static Row levelRow(Cell level, Work work, Composing section, Sources sources) {
    List<Cell> cells = new ArrayList<>();
    cells.add(level);
    cells.addAll(counts(work, section));
    return new Row(cells, work.allSources(sources));
  }

  private static boolean followsLift(DutyRecord duty) {
    return duty.work() != null && duty.work().phase() == DutyPhase.AFTER_LIFT;
  }

  private static List<Row> lateRows(Work work, Words words, Sources sources) {
    List<Row> rows = new ArrayList<>();
    for (Work unit : work.only(d -> d.everOverdue() || d.completedLate()).byUnit().values()) {
      for (DutyRecord duty : unit.duties()) {
        AssignedWork assigned = duty.work();
        rows.add(
            new Row(
                List.of(
                    cell(unitName(duty, words)),
                    cell(dutyName(duty, words)),
                    cell(assigned == null ? words.none() : assigned.clause()),
                    cell(words.at(assigned == null ? null : assigned.dueAt())),
                    duty.completed()
                        ? cell(
                            words.at(
                                duty.last(DutyStep.Kind.COMPLETED).map(DutyStep::at).orElse(null)))
                        : new Cell(
                            words.say(
                                duty.withdrawn()
                                    ? "measures.withdrawn-undone"
                                    : work.isReplaced(duty)
                                        ? "measures.replaced-undone"
                                        : "measures.undone"),
                            null,
                            "bad")),
                unit.only(d -> d.dutyId().equals(duty.dutyId())).allSources(sources)));
      }
    }
    return rows;
  }

  private static String dutyName(DutyRecord duty, Words words) {
    AssignedWork work = duty.work();
    if (work == null) {
      return duty.code();
    }
    String statement = words.say(work.statement());
    return work.onDate() == null
        ? statement
        : words.say("measures.on-date", statement, words.on(work.onDate()));
  }

  /** A row for each duty of a unit, its days together, with the last words of the unit. */
  private static List<Row> evidenceRows(
      Map<String, Work> units, Composing section, Words words, Sources sources) {
    List<Row> rows = new ArrayList<>();
    for (Work unit : units.values()) {
      Map<String, Work> byCode = new TreeMap<>();
      for (DutyRecord duty : unit.duties()) {
        byCode.computeIfAbsent(duty.code(), c -> unit.only(d -> d.code().equals(c)));
      }
      for (Work of : byCode.values()) {
        DutyRecord any = of.duties().getFirst();
        AssignedWork work = any.work();
        rows.add(
            new Row(
                List.of(
                    cell(unitName(any, words)),
                    cell(work == null ? any.code() : words.say(work.statement())),
                    cell(
                        work == null
                            ? words.none()
                            : work.clause() + (work.inferred() ? words.say("inferred") : "")),
                    section.number(of.assigned()),
                    section.number(of.completed()),
                    cell(evidence(of, words))),
                of.allSources(sources)));
      }
    }
    return rows;
  }

  private static String evidence(Work of, Words words) {
    Set<String> texts = new LinkedHashSet<>();
    for (DutyRecord duty : of.duties()) {
      duty.last(DutyStep.Kind.COMPLETED)
          .or(() -> duty.last(DutyStep.Kind.REPORTED))
          .map(DutyStep::text)
          .filter(Objects::nonNull)
          .filter(t -> !t.isBlank())
          .ifPresent(texts::add);
    }
    if (texts.isEmpty()) {
      return words.none();
    }
    List<String> shown = texts.stream().limit(TEXTS_SHOWN).toList();
    String joined = String.join("\n", shown);
    return texts.size() > shown.size()
        ? words.say("measures.more-texts", joined, texts.size() - shown.size())
        : joined;
  }
}
