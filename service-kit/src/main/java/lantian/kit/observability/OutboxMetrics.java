package lantian.kit.observability;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many events wait for the broker, and for how long the oldest has. */
public final class OutboxMetrics implements MeterBinder {
  private final JdbcClient sql;

  public OutboxMetrics(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public void bindTo(MeterRegistry metrics) {
    Gauge.builder(
            "outbox.unsent",
            () ->
                sql.sql("select count(*) from outbox where sent_at is null")
                    .query(Long.class)
                    .single())
        .description("Events that wait for the broker")
        .register(metrics);
    Gauge.builder(
            "outbox.oldest.unsent.seconds",
            () ->
                sql.sql(
                        """
                        select coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)
                        from outbox where sent_at is null
                        """)
                    .query(Double.class)
                    .single())
        .description("Age of the oldest event that waits for the broker")
        .register(metrics);
  }
}
