package lantian.local.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lantian.local.platform.DataFolder;
import lantian.local.platform.PlatformService;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One instance of a service in a JVM of its own, from its own executable jar. */
public final class ServiceProcess implements Part {

  private static final Duration ONE_QUESTION = Duration.ofSeconds(8);
  private static final Duration TO_WRITE_A_CACHE = Duration.ofMinutes(5);
  private static final Duration POLITELY = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(ONE_QUESTION)
          .build();
  private final PlatformService service;
  private final String instance;
  private final int port;
  private final ServiceImage image;
  private final Map<String, String> settings;
  private final Path log;
  private final Guard guard;
  private @Nullable Child child;

  ServiceProcess(
      PlatformService service,
      String instance,
      int port,
      ServiceImage image,
      Map<String, String> settings,
      DataFolder data,
      Guard guard) {
    this.service = service;
    this.instance = instance;
    this.port = port;
    this.image = image;
    this.settings = new LinkedHashMap<>(settings);
    this.settings.put("server.port", Integer.toString(port));
    this.settings.put("lantian.instance-id", instance);
    this.log = data.logs().resolve(instance + ".log");
    this.guard = guard;
  }

  @Override
  public String name() {
    return instance;
  }

  /** Which service it is an instance of. */
  public PlatformService service() {
    return service;
  }

  /** Where this instance answers. */
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /** Where it writes what it does. */
  public Path log() {
    return log;
  }

  @Override
  public void start() {
    start(image.command());
  }

  /** A run that leaves a cache of classes when it is asked to end. */
  void startTraining() {
    start(image.trainingCommand());
  }

  void endTraining() {
    // Without a cache it starts all the same, only slower.
    if (running().terminate(TO_WRITE_A_CACHE)) {
      image.trained();
    }
  }

  boolean isTrained() {
    return image.isTrained();
  }

  private synchronized void start(List<String> command) {
    if (child != null && child.isAlive()) {
      throw new IllegalStateException(instance + " runs already");
    }
    var environment =
        Map.of(
            "SPRING_APPLICATION_JSON",
            JsonMapper.shared().writeValueAsString(settings),
            // Plain lines, for people.
            "LANTIAN_LOG_FORMAT",
            "");
    child = Child.start(instance, command, environment, log, guard);
  }

  /** How long ago it was started. */
  public Duration age() {
    return Duration.ofNanos(System.nanoTime() - running().startedAt());
  }

  @Override
  public void awaitReady(Duration within) {
    Waiting.until(
        within,
        () -> instance + " is not ready, see " + log,
        () -> {
          if (!isAlive()) {
            throw new IllegalStateException(
                instance + " has ended with " + awaitEnd(ONE_QUESTION) + ", see " + log);
          }
          return isReady();
        });
  }

  /** Whether it says that it takes requests. */
  public boolean isReady() {
    return readiness() == 200;
  }

  /** The status of its readiness; 0 where nobody answers. */
  public int readiness() {
    var question =
        HttpRequest.newBuilder(URI.create(url() + "/actuator/health/readiness"))
            .timeout(ONE_QUESTION)
            .build();
    try {
      return http.send(question, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  @Override
  public boolean isAlive() {
    var current = child;
    return current != null && current.isAlive();
  }

  /** Waits until it has ended by itself; its exit code. */
  public int awaitEnd(Duration within) {
    return running().awaitEnd(within);
  }

  @Override
  public void kill() {
    running().kill();
  }

  /** Asks it to end as an operator does. */
  public void terminate() {
    var current = child;
    if (current != null && current.isAlive()) {
      current.terminate(POLITELY);
    }
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
    return Objects.requireNonNull(child, () -> instance + " was never started");
  }
}
