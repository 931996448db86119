package lantian.kit.parking;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import lantian.kit.intake.PoisonRecord;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.ExponentialBackOffWithMaxRetries;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.backoff.FixedBackOff;
import tools.jackson.databind.json.JsonMapper;

/** What happens to a record whose reader failed: tried again, then parked; the next one goes on. */
@Configuration(proxyBeanMethods = false)
public class ParkingConfiguration {
  private static final Set<Class<? extends Exception>> DATABASE_AWAY =
      Set.of(
          TransientDataAccessException.class,
          DataAccessResourceFailureException.class,
          QueryTimeoutException.class,
          CannotGetJdbcConnectionException.class,
          CannotCreateTransactionException.class);

  @Bean
  ParkingLot parkingLot(JdbcClient sql, JsonMapper jsonMapper) {
    return new ParkingLot(sql, jsonMapper);
  }

  @Bean
  CommonErrorHandler parkingErrorHandler(ParkingLot lot) {
    var backOff = new ExponentialBackOffWithMaxRetries(4);
    backOff.setInitialInterval(200);
    backOff.setMultiplier(2);
    backOff.setMaxInterval(2_000);
    var handler = new DefaultErrorHandler(lot::park, backOff);
    handler.addNotRetryableExceptions(PoisonRecord.class);
    // While the database is away nothing is parked: the record waits where it is.
    handler.setBackOffFunction(
        (record, failure) ->
            isDatabaseAway(failure)
                ? new FixedBackOff(1_000, FixedBackOff.UNLIMITED_ATTEMPTS)
                : null);
    handler.setCommitRecovered(true);
    return handler;
  }

  private static boolean isDatabaseAway(Throwable failure) {
    for (var t = failure; t != null; t = t.getCause()) {
      var thrown = t;
      if (DATABASE_AWAY.stream().anyMatch(type -> type.isInstance(thrown))) {
        return true;
      }
    }
    return false;
  }

  @Bean
  Gauge parkedRecords(MeterRegistry metrics, JdbcClient sql) {
    return Gauge.builder(
            "parked.records",
            () -> sql.sql("select count(*) from parked_record").query(Long.class).single())
        .description("Records that could not be handled and wait for a person")
        .register(metrics);
  }
}
