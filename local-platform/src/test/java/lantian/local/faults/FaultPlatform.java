package lantian.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import lantian.events.ChinaTime;
import lantian.events.WarningLevel;
import lantian.kit.crash.CrashPoint;
import lantian.local.api.Api;
import lantian.local.chaos.Balance;
import lantian.local.chaos.Exercise;
import lantian.local.chaos.History.Published;
import lantian.local.chaos.Receiver;
import lantian.local.platform.DataFolder;
import lantian.local.platform.FreePorts;
import lantian.local.platform.PlatformPort;
import lantian.local.platform.Tokens;
import lantian.local.process.ChaosProxy;
import lantian.local.process.DatabaseProcess;
import lantian.local.process.Part;
import lantian.local.process.ProcessPlatform;
import lantian.local.process.ServiceProcess;
import lantian.local.process.Waiting;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The one platform of processes for all tests of faults: started by the first that needs it, and
 * put right before and after each. What a test did not start again is started, what it stopped goes
 * on, and everybody behaves.
 */
final class FaultPlatform implements BeforeEachCallback, AfterEachCallback {

  static final Duration REST = Duration.ofSeconds(180);
  static final Duration READY = ProcessPlatform.PATIENCE;

  private static final List<PlatformPort> SERVICES =
      List.of(
          PlatformPort.WARNING,
          PlatformPort.TASKING,
          PlatformPort.NOTIFICATION,
          PlatformPort.REPORTING);

  /** The levels through which a place goes, one after another. */
  private static final List<WarningLevel> ROUND =
      List.of(
          WarningLevel.YELLOW,
          WarningLevel.ORANGE,
          WarningLevel.RED,
          WarningLevel.YELLOW,
          WarningLevel.NONE);

  private static final Map<String, Integer> steps = new ConcurrentHashMap<>();
  private static final AtomicInteger started = new AtomicInteger();
  private static @Nullable Running running;

  /** Lives as long as the JVM of the tests, or until the books of one do not balance. */
  private static final class Running implements AutoCloseable {
    private Exercise exercise = start();
    private boolean spoiled;

    private void renewIfSpoiled() {
      if (spoiled) {
        exercise.close();
        exercise = start();
        spoiled = false;
      }
    }

    @Override
    public void close() {
      exercise.close();
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    running =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .computeIfAbsent(FaultPlatform.class, _ -> new Running(), Running.class);
    current().renewIfSpoiled();
    putRight();
  }

  /** What a test that failed leaves behind is no trouble of the next. */
  @Override
  public void afterEach(ExtensionContext context) {
    if (running != null && context.getExecutionException().isPresent()) {
      current().spoiled = true;
    }
  }

  private static Exercise start() {
    var folder = Path.of("target", "faults");
    if (started.getAndIncrement() == 0) {
      wipe(folder);
    }
    // The logs of one that was spoiled are kept.
    var data = new DataFolder(folder.resolve("platform-" + started));
    return Exercise.start(FreePorts.next(), data, System.err::println);
  }

  private static void wipe(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (var inside = Files.walk(folder)) {
      for (var path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new IllegalStateException("A platform of an earlier run still stands?", e);
    }
  }

  private void putRight() {
    exercise().proxy().become(ChaosProxy.Mode.PASS);
    receiver().behave(Receiver.Manner.TAKES);
    exercise().platform().endOthers();
    revive(exercise().platform().broker());
    revive(database());
    SERVICES.forEach(service -> revive(service(service)));
    SERVICES.forEach(service -> service(service).awaitReady(READY));
  }

  private static void revive(Part part) {
    if (part.isAlive()) {
      part.resume();
    } else {
      part.start();
      part.awaitReady(READY);
    }
  }

  private static Running current() {
    return Objects.requireNonNull(running, "the platform did not start");
  }

  Exercise exercise() {
    return current().exercise;
  }

  ServiceProcess service(PlatformPort which) {
    return exercise().service(which);
  }

  DatabaseProcess database() {
    return exercise().platform().database();
  }

  Part broker() {
    return exercise().platform().broker();
  }

  Receiver receiver() {
    return exercise().receiver();
  }

  Api api() {
    return exercise().api();
  }

  /** Brings a place to its next level. */
  Published change(String place) {
    var people = exercise().people(place);
    var standing = people.levelInForce();
    WarningLevel next;
    do {
      next = ROUND.get((steps.merge(place, 1, Integer::sum) - 1) % ROUND.size());
    } while (next == standing);
    return people.moveTo(next);
  }

  /** The same while the test goes on. */
  CompletableFuture<Published> changing(String place) {
    return CompletableFuture.supplyAsync(() -> change(place));
  }

  /** Lifts what stands in a place, if something does. */
  void lift(String place) {
    var people = exercise().people(place);
    if (people.levelInForce() != WarningLevel.NONE) {
      people.moveTo(WarningLevel.NONE);
    }
    steps.put(place, 0);
  }

  /** The units of a place that have something to do at this level. */
  Set<String> unitsOf(String place, String level) {
    return exercise().books().unitsAt(place, level);
  }

  /** Where the broker itself listens, not the proxy. */
  String brokerAddress() {
    return exercise().platform().broker().address();
  }

  /** A number from the database. */
  long count(String query) {
    return rows(query, row -> row.getLong(1)).getFirst();
  }

  /** The ids of a schema's sent events about a warning, in the order of their making. */
  List<String> sentEvents(String schema, UUID warning) {
    return rows(
        """
        select event_id from %s.outbox
        where topic = 'lantian.warnings.v1' and key = '%s' and sent_at is not null order by seq
        """
            .formatted(schema, warning),
        row -> row.getString(1));
  }

  /** The process of this service ends when it passes the point for the so-manieth time. */
  void arm(PlatformPort service, CrashPoint point, int time) {
    exercise()
        .operator()
        .post(service, "/local/crash-point", Map.of("point", point.name(), "time", time));
  }

  /** A forecast that asks for nothing, posted once; whatever the answer is. */
  HttpResponse<String> postForecast(String place) {
    var token =
        new Tokens(exercise().platform().ports(), exercise().platform().data())
            .of(new Tokens.Holder("monitoring", "monitoring-test", null, place));
    var body =
        """
        {"jurisdiction": "%s", "issuedAt": "%s", "source": "故障演练", "resolution": "DAILY",
         "points": [{"date": "%s", "aqiLow": 40, "aqiHigh": 60, "primaryPollutants": []}]}
        """
            .formatted(
                place,
                OffsetDateTime.now(ChinaTime.ZONE).minusSeconds(1),
                LocalDate.now(ChinaTime.ZONE));
    var request =
        HttpRequest.newBuilder(
                URI.create(service(PlatformPort.WARNING).url() + "/api/v1/forecasts"))
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  /** Whoever passes the point next, waits there. */
  void hold(PlatformPort service, CrashPoint point) {
    arm(service, point, 1, "HOLD");
  }

  /** Whoever passes the point from now on, throws this. */
  void fail(PlatformPort service, CrashPoint point, String error) {
    arm(service, point, 1, error);
  }

  /** Nothing happens at the point any more; who waits there goes on. */
  void letGo(PlatformPort service, CrashPoint point) {
    arm(service, point, 0, "HALT");
  }

  private void arm(PlatformPort service, CrashPoint point, int time, String ending) {
    exercise()
        .operator()
        .post(
            service,
            "/local/crash-point",
            Map.of("point", point.name(), "time", time, "ending", ending));
  }

  /** Returns when somebody waits at the point. */
  void awaitHeld(PlatformPort service, CrashPoint point) {
    Waiting.until(
        REST,
        () -> "nobody passes " + point,
        () ->
            exercise()
                .operator()
                .get(service, "/local/crash-point")
                .path("held")
                .valueStream()
                .anyMatch(held -> held.asString().equals(point.name())));
  }

  /** One more instance of a service, which runs until the test ends. */
  ServiceProcess another(PlatformPort which) {
    var added = exercise().platform().another(which);
    added.start();
    added.awaitReady(READY);
    return added;
  }

  /** Writes to the broker beside the proxy. */
  KafkaProducer<String, byte[]> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", brokerAddress(), "acks", "all", "max.request.size", 2_000_000),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  static RecordMetadata sent(Future<RecordMetadata> answer) {
    try {
      return answer.get(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("The broker does not take it", e);
    }
  }

  /** With the headers that an event has. */
  static ProducerRecord<String, byte[]> asCloudEvent(
      ProducerRecord<String, byte[]> record, String id, String type, String time) {
    Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            id,
            "ce_type",
            type,
            "ce_time",
            time,
            "ce_source",
            "/test")
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return record;
  }

  /** A text from the database. */
  String text(String query) {
    return rows(query, row -> row.getString(1)).getFirst();
  }

  /** Makes something of a row. */
  interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** Rows from the database. */
  <T> List<T> rows(String query, Reading<T> reading) {
    try (var connection = database().connect();
        var rows = connection.createStatement().executeQuery(query)) {
      var found = new ArrayList<T>();
      while (rows.next()) {
        found.add(reading.of(rows));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts a service again and waits for it. */
  void restart(PlatformPort which) {
    service(which).start();
    service(which).awaitReady(READY);
  }

  /** Waits until all is done, and holds everything against everything. */
  Balance booksBalance() {
    exercise().awaitRest(REST);
    var balance = exercise().books().balance();
    assertThat(balance.differences())
        .as(() -> "the books, after " + exercise().history())
        .isEmpty();
    return balance;
  }

  /** What a test has begun, when it is done. */
  static <T> T done(CompletableFuture<T> begun) {
    try {
      return begun.get(240, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("It was not done", e);
    }
  }
}
