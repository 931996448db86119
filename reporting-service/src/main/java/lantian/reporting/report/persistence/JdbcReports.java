package lantian.reporting.report.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantian.events.Mode;
import lantian.reporting.calendar.DueDate;
import lantian.reporting.report.OpenReport;
import lantian.reporting.report.ReportId;
import lantian.reporting.report.Reports;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcReports implements Reports {
  /** Duties may be known later than the lift, and are none where the place has no plan. */
  private static final String OWED =
      """
      select * from report r where (not when_asked
        or exists (select 1 from asked_unit u where u.warning_id = r.warning_id))
      """;

  private final JdbcClient sql;

  JdbcReports(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public void open(OpenReport report) {
    keep(report, false);
  }

  @Override
  public void openWhenAsked(OpenReport report) {
    keep(report, true);
  }

  private void keep(OpenReport report, boolean whenAsked) {
    sql.sql(
            """
            insert into report (report_id, warning_id, jurisdiction, jurisdiction_name, mode, lifted_at,
              due_on, due_provisional, lift_event, when_asked)
            values (:id, :warning, :jurisdiction, :jurisdictionName, :mode, :liftedAt,
              :dueOn, :provisional, :liftEvent, :whenAsked)
            on conflict do nothing
            """)
        .param("id", report.id().value())
        .param("warning", report.warningId())
        .param("jurisdiction", report.jurisdiction())
        .param("jurisdictionName", report.jurisdictionName())
        .param("mode", report.mode().name())
        .param("liftedAt", report.liftedAt().atOffset(ZoneOffset.UTC))
        .param("dueOn", report.due().date())
        .param("provisional", report.due().provisional())
        .param("liftEvent", report.liftEventId())
        .param("whenAsked", whenAsked)
        .update();
  }

  @Override
  public Optional<OpenReport> findBy(ReportId id) {
    return sql.sql(OWED + " and report_id = ?")
        .param(id.value())
        .query((row, _) -> report(row))
        .optional();
  }

  @Override
  public List<OpenReport> all(@Nullable String jurisdiction, @Nullable Mode mode) {
    return sql.sql(
            OWED
                + """
                 and (cast(:jurisdiction as text) is null or jurisdiction = :jurisdiction)
                  and (cast(:mode as text) is null or mode = :mode)
                order by lifted_at desc, report_id
                """)
        .param("jurisdiction", jurisdiction)
        .param("mode", mode == null ? null : mode.name())
        .query((row, _) -> report(row))
        .list();
  }

  private static OpenReport report(ResultSet row) throws SQLException {
    return new OpenReport(
        new ReportId(row.getObject("report_id", UUID.class)),
        row.getObject("warning_id", UUID.class),
        row.getString("jurisdiction"),
        row.getString("jurisdiction_name"),
        Mode.valueOf(row.getString("mode")),
        row.getTimestamp("lifted_at").toInstant(),
        new DueDate(row.getObject("due_on", LocalDate.class), row.getBoolean("due_provisional")),
        row.getObject("lift_event", UUID.class));
  }
}
