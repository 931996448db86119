package lantian.testing;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import lantian.events.Topics;
import lantian.testing.infrastructure.Infrastructure;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * One broker and one database server for all tests of a module, embedded or in containers, with the
 * same settings; every application context gets a database of its own, so that no test sees
 * another's rows.
 */
public final class BrokerAndDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final String USER = "postgres";
  private static final int PARTITIONS = 3;
  private static final short ONE_REPLICA = 1;

  /**
   * A setting of a test: the role that the service works under beside the owner of its schema. Left
   * out, it works as the owner.
   */
  public static final String APPLICATION_ROLE = "lantian.testing.application-role";

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    var role = context.getEnvironment().getProperty(APPLICATION_ROLE);
    if (role != null) {
      makeRole(role);
    }
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "broker-and-database",
                Map.of(
                    "lantian.kafka",
                    bootstrapServers(),
                    "lantian.db.url",
                    newDatabase(),
                    "lantian.db.user",
                    role == null ? USER : role,
                    "lantian.db.owner",
                    USER,
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

  /** The broker's address. */
  public static String bootstrapServers() {
    return Kafka.BOOTSTRAP_SERVERS;
  }

  /** The JDBC URL of a new, empty database. */
  public static String newDatabase() {
    var name = "test_" + UUID.randomUUID().toString().replace("-", "");
    try (var connection = DriverManager.getConnection(url("postgres"), USER, null);
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return url(name);
  }

  private static void makeRole(String name) {
    try (var connection = DriverManager.getConnection(url("postgres"), USER, null);
        var statement = connection.createStatement()) {
      statement.execute(
          "do $$ begin create role %s login; exception when duplicate_object then null; end $$"
              .formatted(name));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String url(String database) {
    return "jdbc:postgresql://" + Postgres.ADDRESS + "/" + database;
  }

  private static final class Kafka {
    static final String BOOTSTRAP_SERVERS = start();

    private static String start() {
      var address =
          Infrastructure.ofThisRun()
              .startKafka(
                  Map.of(
                      "auto.create.topics.enable", "false",
                      "group.initial.rebalance.delay.ms", "0",
                      "offsets.topic.num.partitions", "4",
                      "transaction.state.log.num.partitions", "4"));
      try (var admin = Admin.create(Map.of("bootstrap.servers", address))) {
        admin
            .createTopics(
                Stream.of(Topics.FORECASTS, Topics.WARNINGS, Topics.DUTIES, Topics.DELIVERIES)
                    .map(topic -> new NewTopic(topic, PARTITIONS, ONE_REPLICA))
                    .toList())
            .all()
            .get(60, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      } catch (ExecutionException | TimeoutException e) {
        throw new IllegalStateException(e);
      }
      return address;
    }
  }

  private static final class Postgres {
    static final String ADDRESS =
        Infrastructure.ofThisRun()
            .startPostgres(
                // The same order and the same letters on every machine, Chinese ones included.
                Map.of("locale", "C", "locale-provider", "builtin", "builtin-locale", "C.UTF-8"),
                Map.of(
                    "fsync", "on",
                    "synchronous_commit", "on",
                    "full_page_writes", "on",
                    "max_connections", "200",
                    "timezone", "UTC"));
  }
}
