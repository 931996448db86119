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
  private final JdbcClient sql;

  JdbcReports(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public void open(OpenReport report) {
    sql.sql(
            """
            insert into report (report_id, warning_id, jurisdiction, jurisdiction_name, mode, lifted_at,
              due_on, due_provisional, lift_event)
            values (:id, :warning, :jurisdiction, :jurisdictionName, :mode, :liftedAt,
              :dueOn, :provisional, :liftEvent)
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
        .update();
  }

  @Override
  public Optional<OpenReport> findBy(ReportId id) {
    return sql.sql("select * from report where report_id = ?")
        .param(id.value())
        .query((row, _) -> report(row))
        .optional();
  }

  @Override
  public List<OpenReport> all(@Nullable String jurisdiction, @Nullable Mode mode) {
    return sql.sql(
            """
            select * from report
            where (cast(:jurisdiction as text) is null or jurisdiction = :jurisdiction)
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
