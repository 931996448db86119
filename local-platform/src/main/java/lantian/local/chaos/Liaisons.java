package lantian.local.chaos;

import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import lantian.local.api.Api;
import lantian.local.api.Place;
import lantian.local.api.SigningSecret;
import lantian.local.chaos.Receiver.Taken;
import lantian.local.platform.PlatformPort;

/** The liaisons: each has a contact, and some answer the messages they get, at once. */
final class Liaisons implements AutoCloseable {

  /** Every how manieth message is answered. */
  private static final int ANSWERED = 4;

  private final Api api;
  private final History history;
  private final Caller caller;
  private final ExecutorService answering = Executors.newFixedThreadPool(2);
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicInteger underWay = new AtomicInteger();
  private volatile boolean silent;

  Liaisons(Api api, History history, Caller caller) {
    this.api = api;
    this.history = history;
    this.caller = caller;
  }

  /** Enters a contact for every unit of the place. */
  static void register(Api api, Place place, Receiver receiver) {
    var officer = api.as("office", "office-li", place.authority(), null);
    for (var unit : place.units()) {
      var secret = SigningSecret.next();
      receiver.expect(place, unit, secret);
      officer.store(
          PlatformPort.NOTIFICATION,
          "/api/v1/contacts",
          Map.of(
              "jurisdiction",
              place.code(),
              "unit",
              unit.code(),
              "name",
              unit.name() + "联络员",
              "channel",
              "WEBHOOK",
              "target",
              receiver.addressOf(place, unit),
              "secret",
              secret));
    }
  }

  /** Answers some of what the receiver takes from now on. */
  void answer(Receiver receiver) {
    receiver.tell(
        taken -> {
          if (!silent && count.incrementAndGet() % ANSWERED == 0) {
            underWay.incrementAndGet();
            answering.execute(() -> answer(taken));
          }
        });
  }

  /** Whether nobody answers anything from now on. */
  void keepSilent(boolean now) {
    silent = now;
  }

  boolean isDone() {
    return underWay.get() == 0;
  }

  private void answer(Taken taken) {
    try {
      var liaison =
          api.as("liaison", "liaison-" + taken.unit(), taken.jurisdiction(), taken.unit());
      acknowledge(taken, liaison);
      accept(taken, liaison);
    } finally {
      underWay.decrementAndGet();
    }
  }

  private void acknowledge(Taken taken, Api.Person liaison) {
    try {
      caller.call(
          key ->
              liaison.post(
                  PlatformPort.NOTIFICATION,
                  "/api/v1/deliveries/" + taken.delivery() + "/acknowledge",
                  key,
                  null,
                  null),
          refused -> {
            throw refused;
          });
      history.acknowledged(taken.delivery());
    } catch (Api.RefusedCall e) {
      // A newer message has taken the place of this one.
    }
  }

  private void accept(Taken taken, Api.Person liaison) {
    try {
      var answer =
          caller.call(
              key ->
                  liaison.post(
                      PlatformPort.TASKING,
                      "/api/v1/duties/accept",
                      key,
                      null,
                      Map.of("warningId", taken.warning().toString())),
              refused -> {
                throw refused;
              });
      // A unit that stands down has none.
      if (answer.body().path("accepted").asInt(0) > 0) {
        history.accepted(taken.warning(), taken.unit());
      }
    } catch (Api.RefusedCall e) {
      // There is nothing left to accept.
    }
  }

  @Override
  public void close() {
    answering.shutdownNow();
  }
}
