package lantian.reporting.books.persistence;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import lantian.kit.observability.Books;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What each service told must agree with what the others told: every change has its duties, every
 * unit with duties its message, every message its duties, every lift its report. Patience is by the
 * machine's clock, from when the event came in here.
 */
@Repository
class JdbcBooks implements Books {
  private final JdbcClient sql;
  private final Duration toldWithin;

  JdbcBooks(JdbcClient sql, @Value("${lantian.reporting.books.told-within}") Duration toldWithin) {
    this.sql = sql;
    this.toldWithin = toldWithin;
  }

  @Override
  public Map<String, Long> imbalances(Instant now, Duration patience) {
    // Of each warning whose latest change came in within the last two days; no more than a thousand
    // are counted. What is carried out in another response of the place is entered with that; a
    // place whose warning others carry out may have no units of its own.
    return sql.sql(
            """
            with latest as (
              select distinct on (warning_id) warning_id, revision, kind, to_level, binds, event_id
              from level_step where responded_in is null order by warning_id, revision desc
            ), watched as materialized (
              select l.*, i.received_at from latest l join inbox i using (event_id)
              where l.to_level <> 'NONE' or i.received_at > clock_timestamp() - interval '2 days'
            ), patient as (
              select clock_timestamp() - make_interval(secs => :patience) as until
            )
            select
              (select count(*) from watched w, patient
               where w.to_level <> 'NONE' and w.received_at < until and not exists (
                 select 1 from asked_unit u where u.warning_id = w.warning_id and u.revision >= w.revision)
                 and (w.binds = '{}' or exists (select 1 from asked_unit u where u.warning_id = w.warning_id)))
                as without_duties,
              (select count(*) from (
                 select 1 from watched w join asked_unit u using (warning_id)
                 where u.kept_at < clock_timestamp() - make_interval(secs => :toldWithin) and not exists (
                   select 1 from delivery d
                   where d.warning_id = u.warning_id and d.unit = u.unit and d.revision >= u.revision)
                 limit 1000) u) as told_of_nothing,
              (select count(*) from (
                 select 1 from watched w join delivery d using (warning_id), patient
                 where coalesce(d.sent_at, d.failed_at, d.acknowledged_at) is not null and w.received_at < until
                   and not exists (
                     select 1 from asked_unit u where u.warning_id = d.warning_id and u.unit = d.unit)
                 limit 1000) d) as without_unit,
              (select count(*) from watched w, patient
               where w.kind = 'LIFT' and w.to_level = 'NONE' and w.received_at < until and not exists (
                 select 1 from report r where r.warning_id = w.warning_id)) as without_report
            """)
        .param("patience", patience.toSeconds())
        .param("toldWithin", toldWithin.toSeconds())
        .query(
            (rs, _) ->
                Map.of(
                    "LEVEL_CHANGE_WITHOUT_DUTIES", rs.getLong("without_duties"),
                    "UNIT_TOLD_OF_NOTHING", rs.getLong("told_of_nothing"),
                    "DELIVERY_WITHOUT_DUTIES", rs.getLong("without_unit"),
                    "LIFT_WITHOUT_REPORT", rs.getLong("without_report")))
        .single();
  }
}
