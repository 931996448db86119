package lantian.reporting.report.section;

import static lantian.reporting.report.Composing.cell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import lantian.reporting.episode.AssignedWork;
import lantian.reporting.episode.DutyCounts;
import lantian.reporting.episode.DutyRecord;
import lantian.reporting.episode.DutyStep;
import lantian.reporting.episode.Extent;
import lantian.reporting.episode.WorkTotals;
import lantian.reporting.report.Composing;
import lantian.reporting.report.EvaluationReport.Cell;
import lantian.reporting.report.EvaluationReport.Row;
import lantian.reporting.report.Sources;
import lantian.reporting.report.Words;
import org.jspecify.annotations.Nullable;

/** The tables of the measures: by unit, by level, what was late, and what units say of it. */
final class MeasuresTables {
  private static final int TEXTS_SHOWN = 2;
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

  private final Work work;
  private final WorkTotals totals;
  private final Extent extent;
  private final Composing section;
  private final Words words;
  private final Sources sources;

  MeasuresTables(
      Work work,
      WorkTotals totals,
      Extent extent,
      Composing section,
      Words words,
      Sources sources) {
    this.work = work;
    this.totals = totals;
    this.extent = extent;
    this.section = section;
    this.words = words;
    this.sources = sources;
  }

  /** A duty of a unit, its days together. */
  private record Item(Work unit, Work days) {}

  /** A late duty among those of its unit. */
  private record Late(Work unit, DutyRecord duty) {}

  void write() {
    String list = sources.lists().duties();
    List<Work> units = List.copyOf(work.byUnit().values());
    List<Work> turns = Work.byTurns(units);
    Map<Work, Integer> place = new HashMap<>();
    turns.forEach(unit -> place.put(unit, place.size()));
    LongTable<Work> ofUnits =
        LongTable.of(
            units,
            totals.units(),
            extent,
            _ -> Work.byWeight(turns.subList(0, Math.min(extent.shown(), turns.size()))));
    section.table(
        "by-unit", UNIT_COLUMNS, rows(ofUnits, this::unitRow), ofUnits.more("units", list, words));
    section.table(
        "by-level", LEVEL_COLUMNS, totals.byLevel().stream().map(this::levelRow).toList());
    LongTable<Late> late =
        LongTable.of(
            units.stream()
                .flatMap(
                    unit -> unit.only(Work::isLate).duties().stream().map(d -> new Late(unit, d)))
                .toList(),
            totals.late(),
            extent,
            all ->
                all.stream()
                    .sorted(
                        Comparator.comparing((Late l) -> l.duty().completed())
                            .thenComparing(l -> place.get(l.unit())))
                    .toList());
    section.table(
        "late", LATE_COLUMNS, rows(late, this::lateRow), late.more("duties", list, words));
    List<Item> items = units.stream().flatMap(unit -> items(unit).stream()).toList();
    boolean whole = ofUnits.rows().size() == totals.units();
    LongTable<Item> evidence =
        LongTable.of(
            items,
            whole ? items.size() : totals.all().assigned(),
            extent,
            _ -> turns.stream().flatMap(unit -> items(unit).stream()).toList());
    section.table(
        "evidence",
        EVIDENCE_COLUMNS,
        rows(evidence, this::evidenceRow),
        evidence.more(whole ? "items" : "all-duties", list, words));
  }

  private static <T> List<Row> rows(LongTable<T> table, Function<T, Row> row) {
    return table.rows().stream().map(row).toList();
  }

  private static List<String> with(List<String> counts, String first, @Nullable String last) {
    List<String> columns = new ArrayList<>();
    columns.add(first);
    columns.addAll(counts);
    if (last != null) {
      columns.add(last);
    }
    return columns;
  }

  private List<Cell> counts(DutyCounts counts) {
    return List.of(
        section.number(counts.assigned()),
        section.number(counts.accepted()),
        section.number(counts.completed()),
        section.number(counts.completedLate()),
        section.number(counts.overdue()),
        section.number(counts.withdrawn()),
        section.number(counts.replaced()),
        section.number(counts.open()));
  }

  private Row unitRow(Work unit) {
    List<Cell> cells = new ArrayList<>();
    cells.add(cell(MeasuresSection.unitName(unit.duties().getFirst(), words)));
    cells.addAll(counts(unit.counts()));
    String remark = unit.silent() ? "measures.silent" : unit.late() ? "measures.late-unit" : null;
    cells.add(
        remark == null
            ? cell("")
            : new Cell(words.say(remark), null, unit.silent() ? "bad" : "warn"));
    return new Row(cells, unit.allSources(sources));
  }

  private Row levelRow(WorkTotals.OfLevel level) {
    List<Cell> cells = new ArrayList<>();
    cells.add(
        level.afterLift()
            ? cell(words.say("measures.after-lift"))
            : level.level() == null
                ? cell(words.say("measures.level-unknown"))
                : section.level(level.level()));
    cells.addAll(counts(level.counts()));
    return new Row(cells, work.countedIn(level).allSources(sources));
  }

  private Row lateRow(Late late) {
    DutyRecord duty = late.duty();
    AssignedWork assigned = duty.work();
    return new Row(
        List.of(
            cell(MeasuresSection.unitName(duty, words)),
            cell(dutyName(duty)),
            cell(assigned == null ? words.none() : assigned.clause()),
            cell(words.at(assigned == null ? null : assigned.dueAt())),
            duty.completed()
                ? cell(words.at(duty.last(DutyStep.Kind.COMPLETED).map(DutyStep::at).orElse(null)))
                : new Cell(
                    words.say(
                        duty.withdrawn()
                            ? "measures.withdrawn-undone"
                            : work.isReplaced(duty)
                                ? "measures.replaced-undone"
                                : "measures.undone"),
                    null,
                    "bad")),
        late.unit().only(d -> d.dutyId().equals(duty.dutyId())).allSources(sources));
  }

  private String dutyName(DutyRecord duty) {
    AssignedWork assigned = duty.work();
    if (assigned == null) {
      return duty.code();
    }
    String statement = words.say(assigned.statement());
    return assigned.onDate() == null
        ? statement
        : words.say("measures.on-date", statement, words.on(assigned.onDate()));
  }

  private static List<Item> items(Work unit) {
    return unit.duties().stream()
        .map(DutyRecord::code)
        .distinct()
        .sorted()
        .map(code -> new Item(unit, unit.only(d -> d.code().equals(code))))
        .toList();
  }

  /** With the last words of the unit. */
  private Row evidenceRow(Item item) {
    Work days = item.days();
    DutyRecord any = days.duties().getFirst();
    AssignedWork assigned = any.work();
    DutyCounts counts = days.counts();
    return new Row(
        List.of(
            cell(MeasuresSection.unitName(any, words)),
            cell(assigned == null ? any.code() : words.say(assigned.statement())),
            cell(
                assigned == null
                    ? words.none()
                    : assigned.clause() + (assigned.inferred() ? words.say("inferred") : "")),
            section.number(counts.assigned()),
            section.number(counts.completed()),
            cell(evidence(days))),
        days.allSources(sources));
  }

  private String evidence(Work of) {
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
