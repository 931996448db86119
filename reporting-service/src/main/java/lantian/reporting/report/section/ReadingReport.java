package lantian.reporting.report.section;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lantian.events.ChinaTime;
import lantian.events.Mode;
import lantian.reporting.calendar.DueDates;
import lantian.reporting.episode.Extent;
import lantian.reporting.episode.Recalling;
import lantian.reporting.report.EvaluationReport;
import lantian.reporting.report.OpenReport;
import lantian.reporting.report.ReportId;
import lantian.reporting.report.Reports;
import lantian.reporting.report.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a report together from all that is known when it is read. */
@Service
public class ReadingReport {
  private final Reports reports;
  private final Recalling recalling;
  private final DueDates dueDates;

  ReadingReport(Reports reports, Recalling recalling, DueDates dueDates) {
    this.reports = reports;
    this.recalling = recalling;
    this.dueDates = dueDates;
  }

  @Transactional(readOnly = true)
  public List<OpenReport> all(@Nullable String jurisdiction, @Nullable Mode mode) {
    return reports.all(jurisdiction, mode).stream().map(this::withSettledDueDate).toList();
  }

  @Transactional(readOnly = true)
  public Optional<OpenReport> find(ReportId id) {
    return reports.findBy(id).map(this::withSettledDueDate);
  }

  @Transactional(readOnly = true)
  public EvaluationReport read(OpenReport report, Extent extent, Instant now, Words words) {
    return recalling
        .episodeOf(report.warningId(), extent)
        .map(episode -> ComposingReport.of(report, episode, extent, now, words))
        .orElseThrow(() -> new IllegalStateException(report + " has no lift"));
  }

  /** A provisional date is worked out again: the calendar may have come since. */
  private OpenReport withSettledDueDate(OpenReport report) {
    return report.due().provisional()
        ? report.due(dueDates.ofReport(ChinaTime.dateOf(report.liftedAt())))
        : report;
  }
}
