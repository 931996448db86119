package lantian.kit.outbox;

import java.time.Duration;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.support.ProducerListener;

/** The producer behind the relay: what it did not send waits in the outbox. */
@Configuration(proxyBeanMethods = false)
public class ProducerConfiguration {
  private static final Duration TO_CLOSE = Duration.ofSeconds(2);

  /** A service ends promptly while the broker is away: what the producer still has is not lost. */
  @Bean
  DefaultKafkaProducerFactoryCustomizer closesPromptly() {
    return factory -> factory.setPhysicalCloseTimeout((int) TO_CLOSE.toSeconds());
  }

  /** The relay tells of what fails; the usual listener would write bodies of events to the log. */
  @Bean
  ProducerListener<Object, Object> silentProducerListener() {
    return new ProducerListener<>() {};
  }
}
