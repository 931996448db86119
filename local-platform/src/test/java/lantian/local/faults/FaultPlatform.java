package lantian.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;

/**
 * The one platform of processes for all tests of faults: started by the first that needs it, and
 * put right before and after each. What a test did not start again is started, what it stopped goes
 * on, and everybody behaves.
 */
final class FaultPlatform implements BeforeEachCallback, AfterEachCallback {

  static final Duration REST = Duration.ofSeconds(180);
  static final Duration READY = ProcessPlatform.PATIENCE;

  private static final String REBUILD = "/api/v1/projections/rebuild";

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
    receiver().treatAllAlike();
    receiver().behave(Receiver.Manner.TAKES);
    exercise().silenceLiaisons(false);
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

  /** Brings a place to a level, if none is in force. */
  void haveALevelInForce(String place) {
    while (exercise().people(place).levelInForce() == WarningLevel.NONE) {
      change(place);
    }
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

  /** What stands in the services' tables. */
  Tables tables() {
    return new Tables(database());
  }

  /**
   * A message that its receiver has and that nobody has answered; a change makes one if need be.
   */
  Receiver.Taken unanswered(String place) {
    var waiting = unansweredAmongTaken(place);
    if (waiting.isEmpty()) {
      change(place);
      booksBalance();
      waiting = unansweredAmongTaken(place);
    }
    return waiting.orElseThrow();
  }

  private Optional<Receiver.Taken> unansweredAmongTaken(String place) {
    var waiting =
        Set.copyOf(
            tables()
                .rows(
                    "select id::text from notification.delivery where state = 'ACCEPTED'",
                    row -> row.getString(1)));
    return receiver().taken().stream()
        .filter(message -> message.jurisdiction().equals(place))
        .filter(message -> waiting.contains(message.delivery().toString()))
        .findFirst();
  }

  /** Writes records of one's own. */
  RawRecords rawRecords() {
    return new RawRecords(brokerAddress());
  }

  /** The ids of a schema's sent events about a warning, in the order of their making. */
  List<String> sentEvents(String schema, UUID warning) {
    return tables()
        .rows(
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

  /** Asks reporting-service to build its projections anew. */
  void rebuild() {
    exercise().operator().post(PlatformPort.REPORTING, REBUILD, null);
  }

  /** The latest rebuild, when it is done. */
  JsonNode awaitRebuilt() {
    Waiting.until(
        REST,
        () -> "the rebuild is not done: " + latestRebuild(),
        () -> latestRebuild().path("state").asString().equals("DONE"));
    return latestRebuild();
  }

  private JsonNode latestRebuild() {
    return exercise().operator().get(PlatformPort.REPORTING, REBUILD);
  }

  /** Posts forecasts without the patience that people have. */
  RawForecasts rawForecasts() {
    var platform = exercise().platform();
    return new RawForecasts(
        service(PlatformPort.WARNING).url(), new Tokens(platform.ports(), platform.data()));
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
