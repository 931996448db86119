package lantian.kit.parking;

import lantian.kit.intake.PoisonRecord;
import lantian.kit.observability.Survey;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.ExponentialBackOffWithMaxRetries;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.backoff.FixedBackOff;
import tools.jackson.databind.json.JsonMapper;

/** What happens to a record whose reader failed: tried again, then parked; the next one goes on. */
@Configuration(proxyBeanMethods = false)
@Import(ParkedRecordController.class)
public class ParkingConfiguration {

  @Bean
  @ConditionalOnMissingBean
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
            DatabaseAway.isCauseOf(failure)
                ? new FixedBackOff(1_000, FixedBackOff.UNLIMITED_ATTEMPTS)
                : null);
    handler.setCommitRecovered(true);
    // What an exception says may quote the record; what is parked tells of itself.
    handler.setLogLevel(KafkaException.Level.DEBUG);
    return handler;
  }

  @Bean
  ParkedRecords parkedRecords(JdbcClient sql, JsonMapper jsonMapper) {
    return new ParkedRecords(sql, jsonMapper);
  }

  @Bean
  Readers readers(BindingServiceProperties bindings, BeanFactory beans) {
    return new Readers(bindings, beans);
  }

  @Bean
  DecidingParkedRecord decidingParkedRecord(
      ParkedRecords records, Readers readers, TransactionTemplate transaction) {
    return new DecidingParkedRecord(records, readers, transaction);
  }

  @Bean
  Survey parkingSurvey(JdbcClient sql, Readers readers) {
    return new ParkingSurvey(sql, readers);
  }
}
