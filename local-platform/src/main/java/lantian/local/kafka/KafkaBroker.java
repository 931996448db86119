package lantian.local.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * Kafka's own server, broker and controller in one, on a fixed folder: what was written before a
 * restart, or a kill, is there after it. Listens on loopback only.
 */
public final class KafkaBroker implements AutoCloseable {

  private static final int NODE = 1;
  private static final String CONTROLLER_LISTENER = "CONTROLLER";

  private final KafkaRaftServer server;
  private final String address;

  private KafkaBroker(KafkaRaftServer server, String address) {
    this.server = server;
    this.address = address;
  }

  /** Starts the broker on {@code folder}, which is formatted when it is new. */
  public static KafkaBroker start(Path folder, int port, int controllerPort) {
    return start(folder, port, controllerPort, Optional.empty());
  }

  /**
   * A second way in, for clients that come through a proxy.
   *
   * @param port where the broker listens for what the proxy passes on
   * @param advertised the proxy's port, which clients of this way are told
   */
  public record Detour(int port, int advertised) {}

  static KafkaBroker start(Path folder, int port, int controllerPort, Optional<Detour> detour) {
    format(folder);
    var settings = settings(folder, port, controllerPort);
    detour.ifPresent(way -> add(settings, way));
    var server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
    server.startup();
    return new KafkaBroker(server, "127.0.0.1:" + port);
  }

  private static void add(Properties settings, Detour way) {
    settings.merge(
        "listeners", ",DETOUR://127.0.0.1:" + way.port(), (all, more) -> "" + all + more);
    settings.merge(
        "advertised.listeners",
        ",DETOUR://127.0.0.1:" + way.advertised(),
        (all, more) -> "" + all + more);
    settings.merge(
        "listener.security.protocol.map", ",DETOUR:PLAINTEXT", (all, more) -> "" + all + more);
    settings.put("inter.broker.listener.name", "PLAINTEXT");
  }

  /** The bootstrap address for clients. */
  public String address() {
    return address;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void format(Path folder) {
    try {
      Files.createDirectories(folder);
      if (Files.exists(folder.resolve("meta.properties"))) {
        return;
      }
      new Formatter()
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .setNodeId(NODE)
          .setClusterId(Uuid.randomUuid().toString())
          .addDirectory(folder.toString())
          .setMetadataLogDirectory(folder.toString())
          .setControllerListenerName(CONTROLLER_LISTENER)
          .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
          .setIgnoreFormatted(true)
          .run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new IllegalStateException("Kafka's folder " + folder + " cannot be formatted", e);
    }
  }

  private static Properties settings(Path folder, int port, int controllerPort) {
    var settings = new Properties();
    settings.put("node.id", Integer.toString(NODE));
    settings.put("process.roles", "broker,controller");
    settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
    settings.put("controller.listener.names", CONTROLLER_LISTENER);
    settings.put(
        "listeners",
        "PLAINTEXT://127.0.0.1:"
            + port
            + ","
            + CONTROLLER_LISTENER
            + "://127.0.0.1:"
            + controllerPort);
    settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
    settings.put(
        "listener.security.protocol.map",
        "PLAINTEXT:PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
    settings.put("log.dirs", folder.toString());

    // Topics are made on purpose, with their settings; a misspelt name must not become a topic.
    settings.put("auto.create.topics.enable", "false");
    settings.put("default.replication.factor", "1");
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    // From April to October nothing happens: the groups' offsets must survive the quiet season.
    settings.put("offsets.retention.minutes", "525600");

    // A killed broker is back at once, and a group of one does not wait for others.
    settings.put("broker.session.timeout.ms", "1500");
    settings.put("broker.heartbeat.interval.ms", "500");
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("group.consumer.min.session.timeout.ms", "6000");

    // Sized for one machine.
    settings.put("offsets.topic.num.partitions", "4");
    settings.put("transaction.state.log.num.partitions", "4");
    settings.put("share.coordinator.state.topic.num.partitions", "4");
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "4");
    settings.put("num.replica.fetchers", "1");
    settings.put("background.threads", "2");
    settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 * 1024 * 1024));
    settings.put("log.index.size.max.bytes", Integer.toString(1024 * 1024));
    settings.put("metadata.log.segment.bytes", Integer.toString(16 * 1024 * 1024));
    return settings;
  }
}
