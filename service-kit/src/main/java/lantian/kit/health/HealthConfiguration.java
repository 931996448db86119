package lantian.kit.health;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import lantian.kit.time.Repeating;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** What a service's liveness asks beside whether it answers: whether its readers get on. */
@Configuration(proxyBeanMethods = false)
public class HealthConfiguration {

  @Bean
  Readers progressingReaders(BindingServiceProperties bindings) {
    return new Readers(bindings);
  }

  @Bean
  Backlogs backlogs(KafkaAdmin admin) {
    return new BrokerBacklogs(admin.getConfigurationProperties());
  }

  /** Named so that it is {@code consumerProgress} in the health groups. */
  @Bean
  ConsumerProgress consumerProgressHealthIndicator(
      Readers readers,
      Backlogs backlogs,
      MeterRegistry metrics,
      @Value("${lantian.consumer-progress.patience}") Duration patience) {
    return new ConsumerProgress(readers.all(), backlogs, patience, metrics, System::nanoTime);
  }

  /** So that asking for health waits for nobody. */
  @Bean
  Repeating progressInTime(
      ConsumerProgress progress, @Value("${lantian.consumer-progress.look-every}") Duration every) {
    return new Repeating("consumer-progress", every, progress::look);
  }
}
