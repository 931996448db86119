package lantian.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import lantian.local.Texts;
import lantian.local.kafka.KafkaBroker;
import lantian.local.kafka.PlatformTopics;
import lantian.local.postgres.LeftOverPostgres;
import lantian.local.postgres.PostgresServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole platform in this JVM: a broker, a database and the services, each with its own port,
 * configuration and schema. It is there when {@link #start} returns, and gone when it is closed.
 */
public final class Platform implements AutoCloseable {

  private static final Duration HEALTHY_WITHIN = Duration.ofSeconds(120);

  private final Ports ports;
  private final DataFolder data;
  private final Consumer<String> progress;
  private final List<PlatformService> services;
  private final Map<String, String> overrides;
  private final Map<PlatformPort, ConfigurableApplicationContext> contexts =
      new ConcurrentHashMap<>();
  private volatile @Nullable FileLock claim;
  private volatile @Nullable KafkaBroker kafka;
  private volatile @Nullable PostgresServer postgres;

  private Platform(
      Ports ports,
      DataFolder data,
      List<PlatformService> services,
      Map<String, String> overrides,
      Consumer<String> progress) {
    this.ports = ports;
    this.data = data;
    this.services = List.copyOf(services);
    this.overrides = Map.copyOf(overrides);
    this.progress = progress;
  }

  /** Starts all services and returns when every one says that it is healthy. */
  public static Platform start(Ports ports, DataFolder data, Consumer<String> progress) {
    return start(ports, data, PlatformService.ALL, Map.of(), progress);
  }

  /**
   * Starts only these services beside the broker and the database.
   *
   * @param overrides settings of all of them that differ from the usual ones
   */
  public static Platform start(
      Ports ports,
      DataFolder data,
      List<PlatformService> services,
      Map<String, String> overrides,
      Consumer<String> progress) {
    var platform = new Platform(ports, data, services, overrides, progress);
    try {
      platform.startAll();
      return platform;
    } catch (RuntimeException e) {
      platform.close();
      throw e;
    }
  }

  /** Refuses when a platform cannot start here: its folder or a port belongs to somebody else. */
  public static void requireStartable(Ports ports, DataFolder data) {
    var claim = data.claim();
    try {
      stopLeftOvers(data);
      ports.requireFree();
    } finally {
      closeUnlessNull(claim.acquiredBy());
    }
  }

  public Ports ports() {
    return ports;
  }

  public DataFolder data() {
    return data;
  }

  /** The beans of one of the services. */
  public ConfigurableApplicationContext beansOf(PlatformPort service) {
    return Objects.requireNonNull(contexts.get(service), () -> service.owner() + " does not run");
  }

  /** Who comes second, the end of the program for instance, waits until all is closed. */
  @Override
  public synchronized void close() {
    // The services first, side by side, while what they stand on is still there.
    inParallel(contexts.values().stream().map(context -> step(context::close)).toList());
    contexts.clear();
    var broker = kafka;
    var server = postgres;
    var lock = claim;
    inParallel(List.of(step(() -> closeUnlessNull(broker)), step(() -> closeUnlessNull(server))));
    kafka = null;
    postgres = null;
    claim = null;
    closeUnlessNull(lock == null ? null : lock.acquiredBy());
  }

  private void startAll() {
    claim = data.claim();
    stopLeftOvers(data);
    ports.requireFree();
    oneLogForAll();
    inParallel(
        List.of(
            step(this::startKafka),
            step(this::startPostgres),
            step(() -> startServices(service -> service.schema().isEmpty()))));
    startServices(service -> service.schema().isPresent());
    try (var health = new Health(ports, services)) {
      health.await(HEALTHY_WITHIN);
    }
  }

  /** What a killed platform on this folder left running holds a port that we need. */
  private static void stopLeftOvers(DataFolder data) {
    try {
      LeftOverPostgres.stop(data.postgres());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void startKafka() {
    var broker =
        KafkaBroker.start(
            data.kafka(), ports.of(PlatformPort.KAFKA), ports.of(PlatformPort.KAFKA_CONTROLLER));
    kafka = broker;
    PlatformTopics.create(broker.address());
    say("platform.part-started", "Kafka", ports.of(PlatformPort.KAFKA));
  }

  private void startPostgres() {
    var server =
        PostgresServer.start(
            data.postgres(),
            ports.of(PlatformPort.POSTGRES),
            RunningPlatforms.stateFolder().resolve("postgres-binaries"),
            data.secretFile("postgres"),
            data.logs().resolve("postgres.log"));
    postgres = server;
    server.createDatabase();
    for (var service : PlatformService.ALL) {
      service.makeRoles(server, data);
    }
    say("platform.part-started", "PostgreSQL", ports.of(PlatformPort.POSTGRES));
  }

  private void startServices(Predicate<PlatformService> which) {
    inParallel(
        services.stream().filter(which).map(service -> step(() -> startService(service))).toList());
  }

  private void startService(PlatformService service) {
    var builder = service.application().get().registerShutdownHook(false);
    var arguments = new ArrayList<>(new ServiceSettings(ports, data).arguments(service));
    overrides.forEach((name, value) -> arguments.add("--" + name + "=" + value));
    contexts.put(service.port(), builder.run(arguments.toArray(String[]::new)));
    say("platform.part-started", service.name(), ports.of(service.port()));
  }

  private void say(String code, String part, int port) {
    progress.accept(Texts.both(code, part, Integer.toString(port)));
  }

  /** Spring Boot would set up logging anew for each service; here one file holds them all. */
  private static void oneLogForAll() {
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    LoggerFactory.getILoggerFactory();
    if (!SLF4JBridgeHandler.isInstalled()) {
      SLF4JBridgeHandler.removeHandlersForRootLogger();
      SLF4JBridgeHandler.install();
    }
  }

  private static Callable<@Nullable Void> step(Runnable step) {
    return () -> {
      step.run();
      return null;
    };
  }

  /** Runs the steps side by side; the first failure is thrown after all have ended. */
  private static void inParallel(List<Callable<@Nullable Void>> steps) {
    if (steps.isEmpty()) {
      return;
    }
    try (ExecutorService threads =
        Executors.newFixedThreadPool(
            steps.size(), Thread.ofPlatform().name("platform-", 0).factory())) {
      var failures = new ArrayList<Throwable>();
      for (Future<@Nullable Void> outcome : threads.invokeAll(steps)) {
        try {
          outcome.get();
        } catch (ExecutionException e) {
          failures.add(e.getCause() == null ? e : e.getCause());
        }
      }
      if (!failures.isEmpty()) {
        var first = failures.getFirst();
        failures.stream().skip(1).forEach(first::addSuppressed);
        throw first instanceof RuntimeException failure
            ? failure
            : new IllegalStateException("A part of the platform failed", first);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  private static void closeUnlessNull(@Nullable AutoCloseable part) {
    if (part == null) {
      return;
    }
    try {
      part.close();
    } catch (Exception e) {
      throw new IllegalStateException("A part of the platform did not close", e);
    }
  }
}
