package lantian.reporting.episode.persistence;

import static lantian.reporting.episode.persistence.Columns.constant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantian.events.EscalationStep;
import lantian.events.EventType;
import lantian.reporting.episode.MessageCounts;
import lantian.reporting.episode.MessageTotals;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What makes a message sent, unanswered and so on is what DeliveryRecord says of it. */
@Repository
class JdbcMessageCounts implements MessageCounts {
  private static final double MICROSECONDS = 1e6;

  private final JdbcClient sql;

  JdbcMessageCounts(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public boolean moreThan(UUID warning, int messages) {
    return sql.sql(
                "select count(*) from (select 1 from delivery where warning_id = ? limit ?) those")
            .params(warning, messages + 1L)
            .query(Long.class)
            .single()
        > messages;
  }

  @Override
  public MessageTotals of(UUID warning) {
    Map<EscalationStep, Integer> escalated = new EnumMap<>(EscalationStep.class);
    sql.sql(
            """
            select escalated_step, count(distinct escalated_of) as messages from delivery
            where warning_id = ? and escalated_event is not null group by escalated_step
            """)
        .param(warning)
        .query(
            row -> {
              escalated.put(
                  constant(row, "escalated_step", EscalationStep.class), row.getInt("messages"));
            });
    return sql.sql(
            """
            select count(distinct unit) as units, count(*) as messages,
              count(*) filter (where sent_event is not null or acknowledged_event is not null) as sent,
              count(acknowledged_event) as acknowledged,
              count(*) filter (where acknowledged_way = 'LINK') as by_link,
              count(*) filter (where acknowledged_event is not null and acknowledged_way is null) = 0
                as every_way_known,
              count(failed_event) as failed,
              count(distinct unit) filter (where failed_event is not null) as failed_units,
              count(*) filter (where sent_event is not null and acknowledged_event is null) as unanswered,
              count(distinct unit) filter (where sent_event is not null and acknowledged_event is null)
                as unanswered_units,
              extract(epoch from percentile_disc(0.5) within group (order by acknowledged_at - sent_at))
                as median,
              count(distinct sent_event) as sent_events,
              count(distinct acknowledged_event) as acknowledged_events,
              count(distinct failed_event) as failed_events,
              count(distinct escalated_event) as escalated_events
            from delivery where warning_id = ?
            """)
        .param(warning)
        .query((row, _) -> totals(row, escalated))
        .single();
  }

  private static MessageTotals totals(ResultSet row, Map<EscalationStep, Integer> escalated)
      throws SQLException {
    return new MessageTotals(
        row.getInt("units"),
        row.getInt("messages"),
        row.getInt("sent"),
        row.getInt("acknowledged"),
        row.getInt("by_link"),
        row.getBoolean("every_way_known"),
        row.getInt("failed"),
        row.getInt("failed_units"),
        row.getInt("unanswered"),
        row.getInt("unanswered_units"),
        median(row),
        escalated,
        Map.of(
            EventType.DELIVERY_SENT, row.getInt("sent_events"),
            EventType.DELIVERY_ACKNOWLEDGED, row.getInt("acknowledged_events"),
            EventType.DELIVERY_FAILED, row.getInt("failed_events"),
            EventType.DELIVERY_ESCALATED, row.getInt("escalated_events")));
  }

  private static @Nullable Duration median(ResultSet row) throws SQLException {
    double seconds = row.getDouble("median");
    return row.wasNull() ? null : Duration.ofNanos(Math.round(seconds * MICROSECONDS) * 1_000L);
  }

  @Override
  public List<String> unitsThatMatter(UUID warning, int atMost) {
    return sql.sql(
            """
            select unit from (
              select unit, kind, row_number() over (partition by kind
                order by failed desc, unanswered desc, unit) as place
              from (
                select unit, count(failed_event) as failed,
                  count(*) filter (where sent_event is not null and acknowledged_event is null) as unanswered,
                  case when count(failed_event) > 0 then 1
                    when bool_or(sent_event is not null and acknowledged_event is null) then 2
                    else 3 end as kind
                from delivery where warning_id = :warning group by unit) of_units) ranked
            order by place, kind limit :atMost
            """)
        .param("warning", warning)
        .param("atMost", atMost)
        .query((row, _) -> row.getString(1))
        .list();
  }
}
