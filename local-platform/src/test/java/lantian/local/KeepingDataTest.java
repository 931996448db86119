package lantian.local;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import lantian.events.Topics;
import lantian.local.kafka.KafkaBroker;
import lantian.local.kafka.PlatformTopics;
import lantian.local.platform.DataFolder;
import lantian.local.platform.FreePorts;
import lantian.local.platform.PlatformPort;
import lantian.local.platform.Ports;
import lantian.local.platform.RunningPlatforms;
import lantian.local.postgres.PostgresServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the broker and the database were given, they still have after a restart or a kill. */
class KeepingDataTest {

  @TempDir private Path folder;

  @Test
  void kafkaKeepsTopicsRecordsAndOffsetsAlsoWhenItsPortsChange() throws Exception {
    var first = FreePorts.next();
    try (var broker = kafka(first)) {
      PlatformTopics.create(broker.address());
      send(broker.address(), "652300", "红色预警");
      commit(broker.address());
    }

    var second = FreePorts.next();
    try (var broker = kafka(second)) {
      PlatformTopics.create(broker.address());

      assertThat(read(broker.address())).containsExactly("红色预警");
      assertThat(committed(broker.address())).isEqualTo(1);
    }
  }

  @Test
  void topicsAreKeptForEverAndNoneAppearsByMistake() throws Exception {
    try (var broker = kafka(FreePorts.next())) {
      PlatformTopics.create(broker.address());
      try (var admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
        var topics =
            admin
                .describeTopics(
                    List.of(Topics.WARNINGS, Topics.DUTIES, Topics.DELIVERIES, Topics.FORECASTS))
                .allTopicNames()
                .get();
        assertThat(topics.values()).allSatisfy(topic -> assertThat(topic.partitions()).hasSize(12));
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, Topics.WARNINGS);
        var settings =
            requireNonNull(admin.describeConfigs(List.of(resource)).all().get().get(resource));
        assertThat(settings.get("retention.ms").value()).isEqualTo("-1");
        assertThat(settings.get("flush.messages").value()).isEqualTo("1");

        assertThatThrownBy(
                () -> admin.describeTopics(List.of("lantian.misspelt.v1")).allTopicNames().get())
            .isInstanceOf(ExecutionException.class)
            .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
      }
    }
  }

  @Test
  void postgresKeepsWhatWasCommittedWhenItIsKilledOrItsPlatformIs() throws Exception {
    var data = new DataFolder(folder.resolve("with space 数据"));
    var first = FreePorts.next();
    var server = postgres(data, first);
    server.createDatabase();
    server.createRole("warning", "first");
    try (var warning = connect(server.url(), "warning", "first")) {
      warning.createStatement().execute("create table kept (name text)");
      warning.createStatement().execute("insert into kept values ('昌吉州')");
    }

    // The platform is gone without a word: the server runs on, on its old port.
    var second = FreePorts.next();
    try (var again = postgres(data, second)) {
      again.createDatabase();
      again.createRole("warning", "first");
      assertThat(names(again.url())).containsExactly("昌吉州");
      first.requireFree();

      // The server itself is killed, with its children, and its lock files stay.
      kill(data);
    }

    try (var again = postgres(data, FreePorts.next())) {
      assertThat(names(again.url())).containsExactly("昌吉州");
    }
    try (var none = Files.list(data.path())) {
      assertThat(none.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.contains("incomplete"));
    }
  }

  @Test
  void postgresWritesThroughAndAsksForPasswords() throws Exception {
    var data = new DataFolder(folder);
    try (var server = postgres(data, FreePorts.next())) {
      server.createDatabase();
      server.createRole("warning", "right");
      server.createRole("tasking", "other");

      try (var warning = connect(server.url(), "warning", "right")) {
        for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
          assertThat(one(warning, "show " + setting)).as(setting).isEqualTo("on");
        }
        assertThat(one(warning, "show server_encoding")).isEqualTo("UTF8");
        assertThat(one(warning, "select current_schema()")).isEqualTo("warning");
        assertThat(one(warning, "select length('昌吉州')::text")).isEqualTo("3");
        warning.createStatement().execute("create table mine (id int)");
      }
      assertThatThrownBy(() -> connect(server.url(), "warning", "wrong"))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> connect(server.url(), "postgres", ""))
          .isInstanceOf(SQLException.class);
      try (var tasking = connect(server.url(), "tasking", "other")) {
        assertThatThrownBy(() -> one(tasking, "select count(*)::text from warning.mine"))
            .hasMessageContaining("permission denied");
      }
    }
  }

  @Test
  void aFirstStartThatWasCutShortDoesNotStandInTheWayOfTheNext() throws Exception {
    var data = new DataFolder(folder);
    Files.createDirectories(data.postgres());
    Files.writeString(data.postgres().resolve("postgresql.conf"), "half written");

    try (var server = postgres(data, FreePorts.next())) {
      server.createDatabase();
      assertThat(data.path().resolve("postgres.incomplete-1")).exists();
    }
  }

  private KafkaBroker kafka(Ports ports) {
    return KafkaBroker.start(
        folder.resolve("kafka"),
        ports.of(PlatformPort.KAFKA),
        ports.of(PlatformPort.KAFKA_CONTROLLER));
  }

  private static PostgresServer postgres(DataFolder data, Ports ports) {
    return PostgresServer.start(
        data.postgres(),
        ports.of(PlatformPort.POSTGRES),
        RunningPlatforms.stateFolder().resolve("postgres-binaries"),
        data.secretFile("postgres"),
        data.logs().resolve("postgres.log"));
  }

  private static void kill(DataFolder data) throws Exception {
    var pidFile = data.postgres().resolve("postmaster.pid");
    var pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
    var postmaster = ProcessHandle.of(pid).orElseThrow();
    postmaster.descendants().forEach(ProcessHandle::destroyForcibly);
    postmaster.destroyForcibly();
    postmaster.onExit().get(10, TimeUnit.SECONDS);
    assertThat(pidFile).exists();
  }

  private static void send(String address, String key, String value) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", address, "acks", "all"),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(Topics.WARNINGS, 0, key, value)).get(30, TimeUnit.SECONDS);
    }
  }

  private static List<String> read(String address) {
    try (var consumer = consumer(address)) {
      consumer.assign(List.of(new TopicPartition(Topics.WARNINGS, 0)));
      consumer.seekToBeginning(consumer.assignment());
      var records = consumer.poll(Duration.ofSeconds(30)).records(Topics.WARNINGS);
      var values = new ArrayList<String>();
      records.forEach(record -> values.add(record.value()));
      return values;
    }
  }

  private static void commit(String address) {
    try (var consumer = consumer(address)) {
      consumer.commitSync(
          Map.of(new TopicPartition(Topics.WARNINGS, 0), new OffsetAndMetadata(1)),
          Duration.ofSeconds(30));
    }
  }

  private static long committed(String address) {
    try (var consumer = consumer(address)) {
      var partition = new TopicPartition(Topics.WARNINGS, 0);
      return requireNonNull(
              consumer.committed(Set.of(partition), Duration.ofSeconds(30)).get(partition))
          .offset();
    }
  }

  private static KafkaConsumer<String, String> consumer(String address) {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers",
            address,
            "group.id",
            "tasking-service",
            "enable.auto.commit",
            "false"),
        new StringDeserializer(),
        new StringDeserializer());
  }

  private static List<String> names(String url) throws SQLException {
    try (var warning = connect(url, "warning", "first");
        var rows = warning.createStatement().executeQuery("select name from kept")) {
      var names = new ArrayList<String>();
      while (rows.next()) {
        names.add(rows.getString(1));
      }
      return names;
    }
  }

  private static String one(Connection connection, String query) throws SQLException {
    try (var row = connection.createStatement().executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private static Connection connect(String url, String user, String password) throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    return DriverManager.getConnection(url, properties);
  }
}
