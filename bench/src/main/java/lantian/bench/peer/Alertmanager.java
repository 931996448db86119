package lantian.bench.peer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Prometheus Alertmanager, which keeps what it has to send in memory: one alert a group, each group
 * a call of the webhook at once.
 */
public final class Alertmanager implements AutoCloseable {

  private static final int A_POST = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration READY_WITHIN = Duration.ofMinutes(3);
  private static final String PATH = "/alerts";

  private final Process process;
  private final URI alerts;
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicInteger runs = new AtomicInteger();
  private final String version;
  private long missing;

  private Alertmanager(Process process, int port, String version) {
    this.process = process;
    this.alerts = URI.create("http://127.0.0.1:" + port + "/api/v2/alerts");
    this.version = version;
  }

  /** Starts the one that is installed, if one is. */
  public static Optional<Alertmanager> start(Path folder, String webhook) throws IOException {
    var program = installed();
    if (program.isEmpty()) {
      return Optional.empty();
    }
    var settings = folder.resolve("alertmanager.yml");
    Files.writeString(
        settings,
        """
        route: {receiver: sink, group_by: [unit], group_wait: 0s, group_interval: 1h, repeat_interval: 24h}
        receivers:
          - name: sink
            webhook_configs: [{url: "%s%s", send_resolved: false}]
        """
            .formatted(webhook, PATH));
    int port = freePort();
    var log = folder.resolve("alertmanager.log");
    var process =
        new ProcessBuilder(
                program.get().toString(),
                "--config.file=" + settings,
                "--storage.path=" + folder.resolve("alertmanager"),
                "--web.listen-address=127.0.0.1:" + port,
                "--cluster.listen-address=",
                "--log.level=error")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    var started = new Alertmanager(process, port, versionOf(program.get()));
    started.awaitReady(log);
    return Optional.of(started);
  }

  /** Alerts that it had not delivered when it had been silent for a while, in all rounds. */
  public long missing() {
    return missing;
  }

  public String version() {
    return version;
  }

  /** So many alerts, each its own group, to the last call that the sink takes of them; a second. */
  public double deliver(Sink sink, int messages) throws IOException, InterruptedException {
    sink.reset(PATH, 0);
    int run = runs.incrementAndGet();
    long began = System.nanoTime();
    for (int i = 0; i < messages; i += A_POST) {
      post(run, i, Math.min(messages, i + A_POST));
    }
    long last = sink.await(messages, PATIENCE);
    missing += messages - sink.taken();
    return sink.taken() * 1e9 / (last - began);
  }

  private void post(int run, int from, int to) throws IOException, InterruptedException {
    var body =
        IntStream.range(from, to)
            .mapToObj(
                i ->
                    """
                    {"labels":{"alertname":"RED","unit":"%d-%d"},"annotations":{"summary":"橙色预警：请按预案落实减排措施"}}"""
                        .formatted(run, i))
            .collect(Collectors.joining(",", "[", "]"));
    var answer =
        http.send(
            HttpRequest.newBuilder(alerts)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("Alertmanager says " + answer.statusCode() + " " + answer.body());
    }
  }

  private void awaitReady(Path log) throws IOException {
    var ready = HttpRequest.newBuilder(alerts.resolve("/-/ready")).build();
    long until = System.nanoTime() + READY_WITHIN.toNanos();
    while (process.isAlive() && System.nanoTime() < until) {
      try {
        if (http.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // not yet
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
    throw new IOException("Alertmanager does not start: " + Files.readString(log).strip());
  }

  private static String versionOf(Path program) throws IOException {
    var asking =
        new ProcessBuilder(program.toString(), "--version").redirectErrorStream(true).start();
    var said = new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    var words = Arrays.asList(said.split("[\\s,]+"));
    int at = words.indexOf("version");
    return at < 0 ? "" : words.get(at + 1).toLowerCase(Locale.ROOT);
  }

  private static Optional<Path> installed() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
        .flatMap(
            folder ->
                Arrays.stream(new String[] {"prometheus-alertmanager", "alertmanager"})
                    .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
