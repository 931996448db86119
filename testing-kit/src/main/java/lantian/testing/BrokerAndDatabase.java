package lantian.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import lantian.events.Topics;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/**
 * One broker and one database server for all tests of a module; every application context gets a
 * database of its own, so that no test sees another's rows.
 */
public final class BrokerAndDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "broker-and-database",
                Map.of(
                    "lantian.kafka",
                    kafka().getBrokersAsString(),
                    "lantian.db.url",
                    newDatabase(),
                    "lantian.db.user",
                    "postgres",
                    "lantian.issuer-uri",
                    TestTokens.ISSUER,
                    "server.port",
                    "0",
                    "logging.structured.format.console",
                    "",
                    // Readers of other contexts share the broker: each context reads as a group of
                    // its own.
                    "spring.cloud.stream.default.group",
                    "test-" + UUID.randomUUID())));
  }

  public static EmbeddedKafkaBroker kafka() {
    return Kafka.BROKER;
  }

  /** The JDBC URL of a new, empty database. */
  public static String newDatabase() {
    var name = "test_" + UUID.randomUUID().toString().replace("-", "");
    try (var connection = Postgres.SERVER.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return "jdbc:postgresql://127.0.0.1:" + Postgres.SERVER.getPort() + "/" + name;
  }

  private static final class Kafka {
    static final EmbeddedKafkaBroker BROKER = start();

    private static EmbeddedKafkaBroker start() {
      var broker =
          new EmbeddedKafkaKraftBroker(
              1, 3, Topics.FORECASTS, Topics.WARNINGS, Topics.DUTIES, Topics.DELIVERIES);
      broker.brokerProperty("auto.create.topics.enable", "false");
      broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
      broker.afterPropertiesSet();
      return broker;
    }
  }

  private static final class Postgres {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_connections", "200")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
