package lantian.reporting.report;

import java.time.Instant;
import java.util.UUID;
import lantian.events.Mode;
import lantian.reporting.calendar.DueDate;

/**
 * A report that is owed: one row for each lifted warning. What stands in the report is put together
 * when it is read, so that what is completed late still counts.
 */
public record OpenReport(
    ReportId id,
    UUID warningId,
    String jurisdiction,
    String jurisdictionName,
    Mode mode,
    Instant liftedAt,
    DueDate due,
    UUID liftEventId) {

  /** The same report, due on another day. */
  public OpenReport due(DueDate date) {
    return new OpenReport(
        id, warningId, jurisdiction, jurisdictionName, mode, liftedAt, date, liftEventId);
  }
}
