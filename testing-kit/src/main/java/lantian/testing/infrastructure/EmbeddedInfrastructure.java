package lantian.testing.infrastructure;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** Kafka in this JVM, PostgreSQL's binaries beside it: nothing to install. */
record EmbeddedInfrastructure() implements Infrastructure {

  @Override
  public String startKafka(Map<String, String> settings) {
    var broker = new EmbeddedKafkaKraftBroker(1, 1);
    settings.forEach(broker::brokerProperty);
    broker.afterPropertiesSet();
    return broker.getBrokersAsString();
  }

  @Override
  public String startPostgres(Map<String, String> initdb, Map<String, String> settings) {
    var builder = EmbeddedPostgres.builder();
    initdb.forEach(builder::setLocaleConfig);
    settings.forEach(builder::setServerConfig);
    try {
      return "127.0.0.1:" + builder.start().getPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
