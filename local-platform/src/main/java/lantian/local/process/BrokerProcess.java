package lantian.local.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lantian.local.kafka.BrokerProgram;
import lantian.local.kafka.KafkaBroker.Detour;
import lantian.local.platform.DataFolder;
import lantian.local.platform.PlatformPort;
import lantian.local.platform.Ports;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;

/** Kafka in a JVM of its own. */
public final class BrokerProcess implements Part {

  private static final int SHORT = 500;

  private final Ports ports;
  private final DataFolder data;
  private final Optional<Detour> detour;
  private final Guard guard;
  private @Nullable Child child;

  BrokerProcess(Ports ports, DataFolder data, Optional<Detour> detour, Guard guard) {
    this.ports = ports;
    this.data = data;
    this.detour = detour;
    this.guard = guard;
  }

  @Override
  public String name() {
    return "kafka";
  }

  /** Where it listens without a detour. */
  public String address() {
    return "127.0.0.1:" + ports.of(PlatformPort.KAFKA);
  }

  @Override
  public synchronized void start() {
    if (isAlive()) {
      throw new IllegalStateException("Kafka runs already");
    }
    var command = new ArrayList<String>();
    command.add(BuiltTree.java());
    command.addAll(ServiceImage.JVM);
    command.add("-Dlantian.logs=" + data.logs().resolve("kafka"));
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(BrokerProgram.class.getName());
    command.add(data.kafka().toString());
    command.add(Integer.toString(ports.of(PlatformPort.KAFKA)));
    command.add(Integer.toString(ports.of(PlatformPort.KAFKA_CONTROLLER)));
    detour.ifPresent(
        way -> {
          command.add(Integer.toString(way.port()));
          command.add(Integer.toString(way.advertised()));
        });
    child = Child.start("kafka", command, Map.of(), data.logs().resolve("kafka.log"), guard);
  }

  /** Waits until it knows its topics and leads them. */
  @Override
  public void awaitReady(Duration within) {
    Waiting.until(
        within,
        () -> "Kafka is not ready, see " + data.logs().resolve("kafka.log"),
        () -> isListening() && answers());
  }

  private boolean isListening() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", ports.of(PlatformPort.KAFKA)), SHORT);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private boolean answers() {
    try (var admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                address(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                "2000",
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                "3000"))) {
      var topics = List.copyOf(admin.listTopics().names().get(3, TimeUnit.SECONDS));
      return admin.describeTopics(topics).allTopicNames().get(3, TimeUnit.SECONDS).values().stream()
          .flatMap(topic -> topic.partitions().stream())
          .allMatch(partition -> partition.leader() != null && !partition.leader().isEmpty());
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public boolean isAlive() {
    var current = child;
    return current != null && current.isAlive();
  }

  @Override
  public void kill() {
    running().kill();
  }

  @Override
  public void suspend() {
    running().signal("STOP");
  }

  @Override
  public void resume() {
    running().signal("CONT");
  }

  private Child running() {
    return Objects.requireNonNull(child, "Kafka was never started");
  }
}
