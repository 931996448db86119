package lantian.testing.infrastructure;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** Kafka and PostgreSQL in containers of this run. */
record ContainerInfrastructure(String kafkaImage, String postgresImage) implements Infrastructure {

  @Override
  public String startKafka(Map<String, String> settings) {
    var kafka =
        new KafkaContainer(
            DockerImageName.parse(kafkaImage).asCompatibleSubstituteFor("apache/kafka"));
    settings.forEach((name, value) -> kafka.withEnv(variable(name), value));
    start(kafka, kafkaImage);
    return kafka.getBootstrapServers();
  }

  @Override
  public String startPostgres(Map<String, String> initdb, Map<String, String> settings) {
    var postgres =
        new PostgreSQLContainer(
                DockerImageName.parse(postgresImage).asCompatibleSubstituteFor("postgres"))
            .withUsername("postgres")
            .withDatabaseName("postgres")
            .withEnv("POSTGRES_HOST_AUTH_METHOD", "trust")
            .withEnv(
                "POSTGRES_INITDB_ARGS",
                initdb.entrySet().stream()
                    .map(option -> "--" + option.getKey() + "=" + option.getValue())
                    .collect(Collectors.joining(" ")))
            // In place of Testcontainers' own command, which turns fsync off.
            .withCommand(
                Stream.concat(
                        Stream.of("postgres"),
                        settings.entrySet().stream()
                            .flatMap(
                                setting ->
                                    Stream.of("-c", setting.getKey() + "=" + setting.getValue())))
                    .toArray(String[]::new));
    start(postgres, postgresImage);
    return postgres.getHost() + ":" + postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
  }

  private static void start(GenericContainer<?> container, String image) {
    LeftOverContainers.remove(container.getDockerClient());
    container.withLabel(LeftOverContainers.OWNER, LeftOverContainers.thisProcess());
    try {
      container.start();
    } catch (RuntimeException e) {
      throw new IllegalStateException(Messages.both("\n", "not-started", image), e);
    }
  }

  private static String variable(String setting) {
    return "KAFKA_" + setting.replace('.', '_').toUpperCase(Locale.ROOT);
  }
}
