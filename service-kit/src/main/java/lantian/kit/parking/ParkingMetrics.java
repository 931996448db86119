package lantian.kit.parking;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many parked records of each topic wait for a person, and for how long the oldest has. */
final class ParkingMetrics implements MeterBinder {
  private final JdbcClient sql;
  private final Readers readers;

  ParkingMetrics(JdbcClient sql, Readers readers) {
    this.sql = sql;
    this.readers = readers;
  }

  @Override
  public void bindTo(MeterRegistry metrics) {
    for (var topic : readers.byTopic().keySet()) {
      Gauge.builder("parked.records", () -> waiting(topic))
          .description("Records that could not be handled and wait for a person")
          .tag("topic", topic)
          .register(metrics);
    }
    Gauge.builder("parked.oldest", this::ageOfTheOldest)
        .description("How long the oldest of them has waited")
        .baseUnit("seconds")
        .register(metrics);
  }

  private long waiting(String topic) {
    return sql.sql("select count(*) from parked_record where state = 'PARKED' and topic = ?")
        .param(topic)
        .query(Long.class)
        .single();
  }

  private double ageOfTheOldest() {
    return sql.sql(
            """
            select coalesce(extract(epoch from clock_timestamp() - min(parked_at)), 0)
            from parked_record where state = 'PARKED'
            """)
        .query(Double.class)
        .single();
  }
}
