package lantian.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import lantian.events.ChinaTime;
import lantian.local.api.Api;
import lantian.local.platform.PlatformPort;

/** Business time of the whole platform, and the moment at which all of it has caught up. */
final class PlatformTime {
  /** In the order in which events go, so that what has settled stays so. */
  private static final List<PlatformPort> SERVICES =
      List.of(
          PlatformPort.WARNING,
          PlatformPort.TASKING,
          PlatformPort.NOTIFICATION,
          PlatformPort.REPORTING);

  private static final Duration SETTLED_WITHIN = Duration.ofSeconds(60);
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(15);

  private final Api.Person operator;
  private Instant now = Instant.EPOCH;

  PlatformTime(Api.Person operator) {
    this.operator = operator;
  }

  Instant now() {
    return now;
  }

  /** Sets the clock of every service and stops it there; what fell due has been done on return. */
  void standAt(Instant moment) {
    set(SERVICES, moment, false);
  }

  /** The same for the services that have something to do each hour: to judge, and to find late. */
  void hourAt(Instant moment) {
    set(List.of(PlatformPort.WARNING, PlatformPort.TASKING), moment, false);
  }

  /** The same for the services that a liaison deals with. */
  void liaisonsAt(Instant moment) {
    set(List.of(PlatformPort.TASKING, PlatformPort.NOTIFICATION), moment, false);
  }

  /** Lets the clocks go on from here. */
  void goOn() {
    set(SERVICES, now, true);
  }

  private void set(List<PlatformPort> services, Instant moment, boolean ticking) {
    now = moment;
    for (var service : services) {
      operator.post(
          service,
          "/local/clock",
          Map.of("now", ChinaTime.at(moment).toString(), "ticking", ticking));
    }
  }

  /** Returns when no service has anything left to read, to send or to tell. */
  void awaitSettled() {
    awaitSettled(SERVICES);
  }

  /** Returns when whoever is to be told has been told. */
  void awaitTold() {
    awaitSettled(List.of(PlatformPort.NOTIFICATION));
  }

  private void awaitSettled(List<PlatformPort> services) {
    long until = System.nanoTime() + SETTLED_WITHIN.toNanos();
    for (var service : services) {
      var state = operator.get(service, "/local/settled");
      while (!state.path("settled").asBoolean()) {
        if (System.nanoTime() > until) {
          throw new IllegalStateException(
              service.owner() + " did not settle within " + SETTLED_WITHIN + ": " + state);
        }
        LockSupport.parkNanos(PAUSE);
        state = operator.get(service, "/local/settled");
      }
    }
  }
}
