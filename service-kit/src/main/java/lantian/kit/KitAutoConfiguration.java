package lantian.kit;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import lantian.kit.calendar.CalendarConfiguration;
import lantian.kit.copy.Copying;
import lantian.kit.crash.AnsweringRequests;
import lantian.kit.crash.CrashPointController;
import lantian.kit.health.HealthConfiguration;
import lantian.kit.idempotency.IdempotencyConfiguration;
import lantian.kit.intake.BindingConfiguration;
import lantian.kit.intake.EventDecoder;
import lantian.kit.intake.EventIntake;
import lantian.kit.intake.EventKeeper;
import lantian.kit.intake.Inbox;
import lantian.kit.observability.ObservabilityConfiguration;
import lantian.kit.observability.Traces;
import lantian.kit.outbox.Outbox;
import lantian.kit.outbox.OutboxRelay;
import lantian.kit.outbox.OutboxSignal;
import lantian.kit.outbox.ProducerConfiguration;
import lantian.kit.parking.ParkingConfiguration;
import lantian.kit.security.ResourceServerConfiguration;
import lantian.kit.security.TokenDecoding;
import lantian.kit.settling.ConsumerLag;
import lantian.kit.settling.OutboxLeft;
import lantian.kit.settling.SettledController;
import lantian.kit.time.BusinessTimer;
import lantian.kit.time.BusinessTimers;
import lantian.kit.time.LocalClockController;
import lantian.kit.time.MovableClock;
import lantian.kit.time.Repeating;
import lantian.kit.web.WebConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Gives a service all that the kit has. */
@AutoConfiguration(
    beforeName = {
      "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
      "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration",
      "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration",
      "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration"
    })
@Import({
  WebConfiguration.class,
  ResourceServerConfiguration.class,
  TokenDecoding.class,
  CalendarConfiguration.class,
  ProducerConfiguration.class,
  BindingConfiguration.class,
  ParkingConfiguration.class,
  IdempotencyConfiguration.class,
  HealthConfiguration.class,
  ObservabilityConfiguration.class,
  LocalClockController.class,
  SettledController.class,
  CrashPointController.class,
  AnsweringRequests.class
})
public class KitAutoConfiguration {
  private static final Duration BETWEEN_TIMERS = Duration.ofSeconds(1);

  /** Business time. On a local platform all services share one that can be moved. */
  @Bean
  @ConditionalOnMissingBean(Clock.class)
  MovableClock businessClock() {
    return new MovableClock();
  }

  @Bean
  BusinessTimers businessTimers(ObjectProvider<BusinessTimer> timers, Clock clock) {
    return new BusinessTimers(timers.orderedStream().toList(), clock);
  }

  @Bean
  Repeating businessTimersInTime(BusinessTimers timers) {
    return new Repeating("business-timer", BETWEEN_TIMERS, timers::runAll);
  }

  @Bean
  OutboxSignal outboxSignal() {
    return new OutboxSignal();
  }

  @Bean
  Copying copying(JdbcOperations jdbc) {
    return new Copying(jdbc);
  }

  @Bean
  Outbox outbox(
      JdbcClient sql,
      Copying copying,
      JsonMapper jsonMapper,
      Clock clock,
      OutboxSignal signal,
      Traces traces) {
    return new Outbox(sql, copying, jsonMapper, clock, signal, traces);
  }

  @Bean
  OutboxRelay outboxRelay(
      JdbcClient sql,
      TransactionTemplate transaction,
      KafkaTemplate<String, byte[]> kafka,
      OutboxSignal signal,
      MeterRegistry metrics,
      Traces traces,
      @Value("${spring.application.name}") String service,
      @Value("${lantian.instance-id}") String instance,
      @Value("${lantian.relay.lease}") Duration lease) {
    return new OutboxRelay(
        sql, transaction, kafka, signal, metrics, traces, "/lantian/" + service, instance, lease);
  }

  @Bean
  EventIntake eventIntake(
      JdbcClient sql,
      TransactionTemplate transaction,
      ObjectProvider<EventKeeper> keeper,
      MeterRegistry metrics,
      Traces traces) {
    return new EventIntake(
        new EventDecoder(),
        new Inbox(sql, transaction, keeper.getIfAvailable(() -> EventKeeper.NOBODY)),
        metrics,
        traces);
  }

  @Bean
  @Profile("local")
  OutboxLeft outboxLeft(JdbcClient sql) {
    return new OutboxLeft(sql);
  }

  @Bean
  @Profile("local")
  ConsumerLag consumerLag(
      KafkaAdmin admin,
      BindingServiceProperties bindings,
      @Value("${spring.application.name}") String group) {
    List<String> topics =
        bindings.getBindings().entrySet().stream()
            .filter(binding -> binding.getKey().contains("-in-"))
            .map(binding -> binding.getValue().getDestination())
            .toList();
    return new ConsumerLag(admin, group, topics);
  }
}
