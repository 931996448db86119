package lantian.tasking.plan.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.Function;
import lantian.events.DutyKind;
import lantian.events.DutyPhase;
import lantian.events.Response;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.tasking.plan.Cadence;
import lantian.tasking.plan.EvaluationReport;
import lantian.tasking.plan.Plan;
import lantian.tasking.plan.PlanUnit;
import lantian.tasking.plan.PlannedDuty;
import lantian.tasking.plan.UnitKind;
import org.jspecify.annotations.Nullable;

/** A plan as its readers see it, in the words and the order of its file. */
record PlanView(
    String jurisdiction,
    String name,
    String nameEn,
    String version,
    String source,
    String sourceEn,
    ReportView evaluationReport,
    List<UnitView> units) {

  record ReportView(
      String duty, String receiver, String deadline, List<HeadingView> headings, boolean inferred) {

    static ReportView of(EvaluationReport report) {
      return new ReportView(
          report.duty(),
          report.receiver(),
          report.deadline().written(),
          report.headings().stream()
              .map(each -> new HeadingView(each.code(), each.title().zh(), each.title().en()))
              .toList(),
          report.inferred());
    }
  }

  record HeadingView(String code, String title, String titleEn) {}

  record UnitView(String code, String name, String nameEn, UnitKind kind, List<DutyView> duties) {

    static UnitView of(PlanUnit unit) {
      return new UnitView(
          unit.code(),
          unit.name().zh(),
          unit.name().en(),
          unit.kind(),
          unit.duties().stream().map(DutyView::of).toList());
    }
  }

  record DutyView(
      String code,
      String statement,
      String statementEn,
      DutyPhase phase,
      SequencedSet<WarningLevel> levels,
      SequencedSet<Response> responses,
      DutyKind kind,
      @Nullable Cadence cadence,
      @Nullable String deadline,
      @Nullable String evidence,
      @Nullable String evidenceEn,
      List<String> supporting,
      Map<WarningLevel, String> measures,
      Map<WarningLevel, String> measuresEn,
      String clause,
      boolean inferred) {

    static DutyView of(PlannedDuty duty) {
      var deadline = duty.deadline();
      var evidence = duty.evidence();
      return new DutyView(
          duty.code(),
          duty.statement().zh(),
          duty.statement().en(),
          duty.phase(),
          duty.levels(),
          duty.responses(),
          duty.kind(),
          duty.cadence(),
          deadline == null ? null : deadline.written(),
          evidence == null ? null : evidence.zh(),
          evidence == null ? null : evidence.en(),
          duty.supporting(),
          measures(duty, Text::zh),
          measures(duty, Text::en),
          duty.clause(),
          duty.inferred());
    }

    private static SequencedMap<WarningLevel, String> measures(
        PlannedDuty duty, Function<Text, String> language) {
      SequencedMap<WarningLevel, String> result = new LinkedHashMap<>();
      duty.measures().forEach((level, text) -> result.put(level, language.apply(text)));
      return result;
    }
  }

  static PlanView of(Plan plan) {
    return new PlanView(
        plan.jurisdiction(),
        plan.name().zh(),
        plan.name().en(),
        plan.version(),
        plan.source().zh(),
        plan.source().en(),
        ReportView.of(plan.evaluationReport()),
        plan.units().stream().map(UnitView::of).toList());
  }
}
