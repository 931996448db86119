package lantian.local.chaos;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lantian.local.Refused;
import lantian.local.api.Api;
import lantian.local.api.Place;
import lantian.local.api.Places;
import lantian.local.kafka.KafkaBroker.Detour;
import lantian.local.platform.DataFolder;
import lantian.local.platform.PlatformPort;
import lantian.local.platform.Ports;
import lantian.local.platform.Tokens;
import lantian.local.process.ChaosProxy;
import lantian.local.process.ProcessPlatform;
import lantian.local.process.ServiceProcess;
import lantian.local.process.Waiting;

/**
 * A platform of processes with everybody who deals with it: the people of two places, their
 * liaisons, and the books. Between the services and the broker stands a proxy.
 */
public final class Exercise implements AutoCloseable {

  /** The places of an exercise: one that is its own authority, and one that is not. */
  public static final List<String> PLACES = List.of("652300", "150822");

  /** Patience of people who get no answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(180);

  private static final List<PlatformPort> CHAIN =
      List.of(
          PlatformPort.WARNING,
          PlatformPort.TASKING,
          PlatformPort.NOTIFICATION,
          PlatformPort.REPORTING);

  /**
   * What takes minutes where people wait for an answer, takes seconds here; nothing else differs
   * from the settings that the services have by themselves.
   */
  private static final Map<String, String> IN_SECONDS =
      Map.of(
          "lantian.notification.receipt-window", "2s",
          "lantian.notification.sending.lease", "3s",
          "lantian.notification.sending.breaker.open-for", "2s",
          "lantian.notification.webhook.timeout", "2s",
          "lantian.notification.retrying.first", "500ms",
          "lantian.notification.retrying.longest", "2s");

  private final ProcessPlatform platform;
  private final ChaosProxy proxy;
  private final Receiver receiver;
  private final Api api;
  private final History history = new History();
  private final Caller caller = new Caller(history, PATIENCE);
  private final Map<String, People> people;
  private final Liaisons liaisons;
  private final Books books;

  private Exercise(ProcessPlatform platform, ChaosProxy proxy, Receiver receiver) {
    this.platform = platform;
    this.proxy = proxy;
    this.receiver = receiver;
    this.api = new Api(platform.ports(), new Tokens(platform.ports(), platform.data()));
    var places = new Places(api).of(PLACES);
    this.people =
        places.stream()
            .collect(
                Collectors.toMap(
                    Place::code,
                    place -> new People(api, place, history, caller, Clock.systemUTC())));
    this.liaisons = new Liaisons(api, history, caller);
    this.books =
        new Books(
            platform.database(),
            receiver,
            history,
            PLACES.stream().map(code -> PlanOfPlace.read(api, code)).toList());
    places.forEach(place -> Liaisons.register(api, place, receiver));
    liaisons.answer(receiver);
  }

  /** Starts everything on a new folder and enters a contact for every unit. */
  public static Exercise start(Ports ports, DataFolder data, Consumer<String> progress) {
    var target = ProcessPlatform.sparePort(ports, 0);
    var proxy = ChaosProxy.start(target);
    var detour = Optional.of(new Detour(target, proxy.port()));
    try {
      var platform = ProcessPlatform.start(ports, data, detour, IN_SECONDS, progress);
      try {
        var receiver = new Receiver(ports.of(PlatformPort.DEMO_RECEIVERS));
        return new Exercise(platform, proxy, receiver);
      } catch (RuntimeException e) {
        platform.close();
        throw e;
      }
    } catch (RuntimeException e) {
      proxy.close();
      throw e;
    }
  }

  public ProcessPlatform platform() {
    return platform;
  }

  public ServiceProcess service(PlatformPort which) {
    return platform.service(which);
  }

  /** What stands between the services and the broker. */
  public ChaosProxy proxy() {
    return proxy;
  }

  public Receiver receiver() {
    return receiver;
  }

  public Api api() {
    return api;
  }

  public History history() {
    return history;
  }

  public Books books() {
    return books;
  }

  /** Those who act for a place. */
  public People people(String code) {
    var found = people.get(code);
    if (found == null) {
      throw new IllegalArgumentException("nobody acts for " + code);
    }
    return found;
  }

  /** Somebody who may do what operators may. */
  public Api.Person operator() {
    return api.as("operator", "operator", "*", null);
  }

  /** Returns when all services take requests. */
  void awaitReady(Duration within) {
    CHAIN.forEach(service -> service(service).awaitReady(within));
  }

  /** Returns when all services have read something more. */
  void awaitReading(Duration within) {
    CHAIN.stream().map(platform::progressOf).toList().forEach(all -> all.awaitFirst(within));
  }

  /** Whether no liaison answers anything from now on. */
  public void silenceLiaisons(boolean silent) {
    liaisons.keepSilent(silent);
  }

  /** Returns when nobody has anything left to read, to send, to tell or to answer. */
  public Duration awaitRest(Duration within) {
    var state = new TreeMap<String, String>();
    var looks = new AtomicInteger();
    // Two looks: between the first question and the last, work may have gone on to who was asked.
    return Waiting.until(
        within,
        () -> "not at rest: " + state,
        () -> looks.accumulateAndGet(isAtRest(state) ? 1 : 0, (n, ok) -> ok * (n + 1)) >= 2);
  }

  private boolean isAtRest(Map<String, String> state) {
    state.clear();
    if (!liaisons.isDone()) {
      state.put("liaisons", "answering");
    }
    for (var service : CHAIN) {
      try {
        var answer = operator().get(service, "/local/settled");
        if (!answer.path("settled").asBoolean()) {
          state.put(service.owner(), answer.path("remaining").toString());
        }
      } catch (Api.NoAnswer | Api.RefusedCall | Refused e) {
        state.put(service.owner(), String.valueOf(e.getMessage()));
      }
    }
    try {
      long waiting = books.waitingMessages();
      if (waiting > 0) {
        state.put("messages", Long.toString(waiting));
      }
    } catch (IllegalStateException e) {
      state.put("messages", String.valueOf(e.getMessage()));
    }
    return state.isEmpty();
  }

  @Override
  public void close() {
    liaisons.close();
    try {
      platform.close();
    } finally {
      receiver.close();
      proxy.close();
    }
  }
}
