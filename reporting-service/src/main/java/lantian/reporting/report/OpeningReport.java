package lantian.reporting.report;

import lantian.events.ChinaTime;
import lantian.reporting.calendar.DueDates;
import lantian.reporting.episode.LevelChangeReader;
import lantian.reporting.episode.LevelStep;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens the report that is owed once a warning was lifted, by the place whose units were asked. A
 * warning that was cancelled as published in error never applied, and nothing is reported on it;
 * one that was carried out in another response of the place is reported on with that.
 */
@Service
public class OpeningReport implements LevelChangeReader {
  private final Reports reports;
  private final DueDates dueDates;

  OpeningReport(Reports reports, DueDates dueDates) {
    this.reports = reports;
    this.dueDates = dueDates;
  }

  @Override
  @Transactional
  public void onLevelChange(LevelStep step) {
    if (!step.isLift() || step.respondedIn() != null) {
      return;
    }
    OpenReport owed =
        new OpenReport(
            ReportId.of(step.warningId()),
            step.warningId(),
            step.jurisdiction(),
            step.jurisdictionName(),
            step.mode(),
            step.publishedAt(),
            dueDates.ofReport(ChinaTime.dateOf(step.publishedAt())),
            step.eventId());
    if (step.binds().isEmpty()) {
      reports.open(owed);
    } else {
      reports.openWhenAsked(owed);
    }
  }
}
