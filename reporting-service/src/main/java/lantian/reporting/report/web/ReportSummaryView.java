package lantian.reporting.report.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import lantian.events.ChinaTime;
import lantian.events.Mode;
import lantian.reporting.report.EvaluationReport.Status;
import lantian.reporting.report.OpenReport;

/** A report in a list, with where its three forms are. */
record ReportSummaryView(
    UUID id,
    UUID warningId,
    String jurisdiction,
    String jurisdictionName,
    Mode mode,
    Status status,
    OffsetDateTime liftedAt,
    LocalDate dueOn,
    boolean dueOnProvisional,
    String json,
    String html,
    String docx) {

  static ReportSummaryView of(OpenReport report) {
    String path = "/api/v1/reports/" + report.id().value();
    return new ReportSummaryView(
        report.id().value(),
        report.warningId(),
        report.jurisdiction(),
        report.jurisdictionName(),
        report.mode(),
        Status.DRAFT,
        ChinaTime.at(report.liftedAt()),
        report.due().date(),
        report.due().provisional(),
        path,
        path + ".html",
        path + ".docx");
  }
}
