package lantian.kit.observability;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many events wait for the broker, and for how long the oldest has. */
final class OutboxSurvey implements Survey {
  private static final Measure UNSENT =
      Measure.count("outbox.unsent", "Events that wait for the broker");
  private static final Measure OLDEST =
      Measure.seconds("outbox.oldest.unsent", "Age of the oldest event that waits for the broker");

  private final JdbcClient sql;

  OutboxSurvey(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<Measure> measures() {
    return List.of(UNSENT, OLDEST);
  }

  @Override
  public List<Figure> look() {
    return sql.sql(
            """
            select count(*) as unsent,
              coalesce(extract(epoch from clock_timestamp() - (
                select created_at from outbox where sent_at is null order by seq limit 1)), 0) as oldest
            from outbox where sent_at is null
            """)
        .query(
            (rs, _) ->
                List.of(UNSENT.is(rs.getDouble("unsent")), OLDEST.is(rs.getDouble("oldest"))))
        .single();
  }
}
