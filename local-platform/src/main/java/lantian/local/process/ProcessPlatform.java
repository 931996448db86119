package lantian.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import lantian.local.Texts;
import lantian.local.kafka.KafkaBroker.Detour;
import lantian.local.kafka.PlatformTopics;
import lantian.local.platform.DataFolder;
import lantian.local.platform.PlatformPort;
import lantian.local.platform.PlatformService;
import lantian.local.platform.Ports;
import lantian.local.platform.ServiceSettings;
import org.jspecify.annotations.Nullable;

/**
 * A whole platform, every part of it a process of its own: the broker, the database, the services
 * and the console. What happens to one part, as {@link Part} says, happens to no other. When the
 * process that holds this ends, however it ends, so do they.
 */
public final class ProcessPlatform implements AutoCloseable {

  /** Enough also on a machine that does much else. */
  public static final Duration PATIENCE = Duration.ofSeconds(240);

  /** Set to true, nothing is trained: for a single run on a busy machine that costs less. */
  private static final String UNTRAINED = "lantian.processes.untrained";

  /** The settings in which services let faults be brought about. */
  private static final String PROFILES = "local,faults";

  private final Ports ports;
  private final DataFolder data;
  private final Map<String, String> overrides;
  private final Consumer<String> progress;
  private final Guard guard = Guard.start();
  private final BrokerProcess broker;
  private final DatabaseProcess database;
  private final Map<PlatformPort, ServiceProcess> services = new EnumMap<>(PlatformPort.class);
  private final List<ServiceProcess> more = new ArrayList<>();
  private int nextInstance = 2;
  private @Nullable FileLock claim;
  private @Nullable Consumption consumption;

  private ProcessPlatform(
      Ports ports,
      DataFolder data,
      Optional<Detour> detour,
      Map<String, String> overrides,
      Consumer<String> progress) {
    this.ports = ports;
    this.data = data;
    this.overrides = new LinkedHashMap<>(overrides);
    detour.ifPresent(way -> this.overrides.put("lantian.kafka", "127.0.0.1:" + way.advertised()));
    this.progress = progress;
    this.broker = new BrokerProcess(ports, data, detour, guard);
    this.database = new DatabaseProcess(ports, data, guard);
  }

  /**
   * Starts everything and returns when all of it works.
   *
   * @param detour by which the services reach the broker; empty: directly
   * @param overrides settings of all services that differ from the usual ones
   */
  public static ProcessPlatform start(
      Ports ports,
      DataFolder data,
      Optional<Detour> detour,
      Map<String, String> overrides,
      Consumer<String> progress) {
    var platform = new ProcessPlatform(ports, data, detour, overrides, progress);
    try {
      platform.startAll();
      return platform;
    } catch (RuntimeException e) {
      platform.close();
      throw e;
    }
  }

  private void startAll() {
    claim = data.claim();
    ports.requireFree();
    broker.start();
    try (var _ = ServiceImage.preparing()) {
      for (var service : PlatformService.ALL) {
        services.put(
            service.port(), instance(service, service.name() + "-1", ports.of(service.port())));
      }
      database.start();
      say("PostgreSQL", ports.of(PlatformPort.POSTGRES));
      broker.awaitReady(PATIENCE);
      PlatformTopics.create(broker.address());
      consumption = new Consumption(broker.address());
      say("Kafka", ports.of(PlatformPort.KAFKA));
      train();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    services.values().forEach(ServiceProcess::start);
    services.values().forEach(this::awaitStarted);
  }

  private void awaitStarted(ServiceProcess service) {
    service.awaitReady(PATIENCE);
    say(service.name(), ports.of(service.service().port()));
  }

  /** Once for each build: a run of every service that leaves its cache of classes. */
  private void train() {
    var untrained = services.values().stream().filter(service -> !service.isTrained()).toList();
    if (untrained.isEmpty() || Boolean.getBoolean(UNTRAINED)) {
      return;
    }
    progress.accept(Texts.both("process.training"));
    // One after another: side by side they take as long, and an interruption loses all of them.
    for (var service : untrained) {
      service.startTraining();
      service.awaitReady(PATIENCE.multipliedBy(3));
      service.endTraining();
    }
  }

  private ServiceProcess instance(PlatformService service, String name, int port) {
    var settings = new LinkedHashMap<>(new ServiceSettings(ports, data).of(service));
    settings.put("spring.profiles.active", PROFILES);
    settings.putAll(overrides);
    return new ServiceProcess(service, name, port, ServiceImage.of(service), settings, data, guard);
  }

  public Ports ports() {
    return ports;
  }

  public DataFolder data() {
    return data;
  }

  public BrokerProcess broker() {
    return broker;
  }

  public DatabaseProcess database() {
    return database;
  }

  /** The instance of the service that the others know of. */
  public ServiceProcess service(PlatformPort which) {
    return Objects.requireNonNull(services.get(which), () -> "no service " + which);
  }

  /** One more instance of a service, on a port of its own; not started yet. */
  public ServiceProcess another(PlatformPort which) {
    var service = service(which).service();
    var added =
        instance(service, service.name() + "-" + nextInstance, sparePort(ports, nextInstance - 1));
    nextInstance++;
    more.add(added);
    return added;
  }

  /** Ends the instances that were added. */
  public void endOthers() {
    for (var added : more) {
      if (added.isAlive()) {
        added.resume();
        added.terminate();
      }
    }
    more.clear();
  }

  /** What the service reads from here on. */
  public Consumption.Progress progressOf(PlatformPort service) {
    return Objects.requireNonNull(consumption).from(service);
  }

  /** Returns when the service has read what stands on its topics now. */
  public void awaitConsuming(PlatformPort service, Duration within) {
    progressOf(service).awaitAll(within);
  }

  /**
   * A port behind those of the platform, below the range from which the system gives out ports by
   * itself: what was killed must find it free again.
   */
  public static int sparePort(Ports ports, int number) {
    return ports.base() + PlatformPort.values().length + number;
  }

  @Override
  public void close() {
    var all = new ArrayList<>(services.values());
    all.addAll(more);
    for (var service : all) {
      if (service.isAlive()) {
        // Nothing that they keep is worth a wait.
        service.kill();
      }
    }
    if (consumption != null) {
      consumption.close();
    }
    if (broker.isAlive()) {
      broker.kill();
    }
    if (database.isAlive()) {
      database.resume();
      database.stop();
    }
    guard.close();
    if (claim != null) {
      try {
        claim.acquiredBy().close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void say(String part, int port) {
    progress.accept(Texts.both("platform.part-started", part, Integer.toString(port)));
  }
}
