package lantian.notification.sending;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import lantian.events.FailureReason;
import lantian.events.Text;
import lantian.kit.crash.CrashPoint;
import lantian.kit.observability.Traces;
import lantian.notification.NotificationSettings;
import lantian.notification.channel.OutgoingMessage;
import lantian.notification.delivery.CallOutcome;
import lantian.notification.delivery.Delivery;
import lantian.notification.delivery.DeliveryId;
import lantian.notification.delivery.DueDeliveries.Ended;
import lantian.notification.delivery.SendingSignal;
import lantian.notification.delivery.Wording;
import lantian.notification.link.Links;
import lantian.notification.sending.BeginningCalls.Begun;
import lantian.notification.sending.ConcludingCalls.EndedCall;
import lantian.notification.sending.Lane.Pass;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends what is due: one thread takes it, each call has a virtual thread of its own. Woken right
 * after the commit of a new delivery and when a call ends, else it looks from time to time.
 */
@Component
final class DeliverySender implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(DeliverySender.class);

  /** Beside the channel's own limit, so that a live process concludes its own calls. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final BeginningCalls beginning;
  private final EndedCalls ended;
  private final Recovering recovering;
  private final SendingSignal signal;
  private final Wording wording;
  private final Links links;
  private final NotificationSettings settings;
  private final Lanes lanes;
  private final Traces traces;
  private final Counter markedRepeats;
  private final Counter stoppedAtGate;
  private final Semaphore underWay;
  private long nextRecovery = System.nanoTime();
  private volatile boolean running;
  private volatile Thread thread = new Thread(() -> {}, "delivery-sender");

  DeliverySender(
      BeginningCalls beginning,
      ConcludingCalls concluding,
      Recovering recovering,
      SendingSignal signal,
      Wording wording,
      Links links,
      NotificationSettings settings,
      Lanes lanes,
      Traces traces,
      MeterRegistry metrics) {
    this.beginning = beginning;
    this.ended = new EndedCalls(concluding::conclude);
    this.recovering = recovering;
    this.signal = signal;
    this.wording = wording;
    this.links = links;
    this.settings = settings;
    this.lanes = lanes;
    this.traces = traces;
    this.underWay = new Semaphore(lanes.inAll());
    this.markedRepeats =
        Counter.builder("notification.marked.repeat")
            .description("Messages sent a second time, marked, since nobody knew about the first")
            .register(metrics);
    this.stoppedAtGate =
        Counter.builder("drill.gate.blocked")
            .description("What was stopped because nobody could say that it is live")
            .tag("mode", "UNCLEAR")
            .register(metrics);
  }

  @Override
  public void start() {
    running = true;
    ended.start();
    thread = Thread.ofPlatform().name("delivery-sender").daemon().start(this::sendUntilStopped);
  }

  @Override
  public void stop() {
    running = false;
    ended.hurry();
    thread.interrupt();
    try {
      thread.join(AFTER_FAILURE);
      // Calls that go on may say how they ended; what is left then is recovered as unknown.
      var longest = lanes.longestCall().plus(GRACE).toMillis();
      if (underWay.tryAcquire(lanes.inAll(), longest, TimeUnit.MILLISECONDS)) {
        underWay.release(lanes.inAll());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended.stop();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void sendUntilStopped() {
    while (running) {
      try {
        recoverFromTimeToTime();
        int sent = 0;
        for (var lane : lanes) {
          sent += sendWhatIsDue(lane);
        }
        if (sent == 0) {
          signal.await(settings.sending().poll());
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException | Error e) {
        if (running) {
          log.warn("deliveries wait: {}", String.valueOf(e.getMessage()));
          pause();
        }
      }
    }
  }

  private void recoverFromTimeToTime() {
    if (System.nanoTime() - nextRecovery >= 0) {
      recovering.recover();
      for (var lane : lanes) {
        beginning.failOutOfTime(lane.name(), lane.leftAlone());
        lane.tidy();
      }
      nextRecovery = System.nanoTime() + settings.sending().recoverEvery().toNanos();
    }
  }

  private int sendWhatIsDue(Lane lane) {
    var wanted = lane.wanted();
    if (wanted.isEmpty()) {
      return 0;
    }
    var leaves = new HashMap<DeliveryId, Leave>();
    try {
      var taken =
          beginning.begin(
              wanted.get(),
              held -> {
                CrashPoint.CALL_CLAIMED.reached();
                lane.passTo(held.origin())
                    .ifPresent(pass -> leaves.put(held.id(), new Leave(pass, System.nanoTime())));
                return leaves.containsKey(held.id());
              },
              lane.longestCall().plus(GRACE));
      lane.took(taken.due(), wanted.get());
      for (var begun : taken.begun()) {
        underWay.acquireUninterruptibly();
        start(lane, begun, Objects.requireNonNull(leaves.remove(begun.delivery().id())));
      }
      if (taken.due().isEmpty()) {
        return lane.startsOver() ? sendWhatIsDue(lane) : 0;
      }
      return taken.begun().size() + taken.ended();
    } finally {
      // What could not be begun.
      leaves.values().forEach(leave -> leave.pass().unused());
    }
  }

  /** A pass, and when it was given: before its call was begun in the database. */
  private record Leave(Pass pass, long at) {}

  private void start(Lane lane, Begun begun, Leave leave) {
    Thread.ofVirtual()
        .name("call-" + begun.delivery().id())
        .start(
            () ->
                traces.continuing(
                    begun.traceparent(),
                    "deliver",
                    () -> callAndConclude(lane, begun, leave.pass(), leave.at())));
  }

  /**
   * {@code at}: when it was begun in the database, at the earliest. A process that stood still
   * since may have been taken for dead, and what it has to send may be on its way from another one.
   */
  private void callAndConclude(Lane lane, Begun begun, Pass pass, long at) {
    try {
      CrashPoint.CALL_BEGUN.reached();
      long began = System.nanoTime();
      if (began - at > GRACE.toNanos()) {
        pass.unused();
        conclude(begun, new CallOutcome.TryAgain("not called: too late", Duration.ZERO));
        return;
      }
      var outcome = call(lane, begun, at + lane.longestCall().toNanos());
      pass.used(Duration.ofNanos(System.nanoTime() - began), outcome);
      conclude(begun, outcome);
    } finally {
      pass.unused();
      underWay.release();
      signal.raise();
    }
  }

  private CallOutcome call(Lane lane, Begun begun, long latest) {
    var message =
        new OutgoingMessage(
            begun.delivery(),
            begun.contact(),
            wording.title(begun.delivery()),
            textOf(begun.delivery()),
            acknowledge(begun.delivery().id()),
            links.of(begun.delivery()),
            begun.at());
    if (!message.saysItsMode()) {
      stoppedAtGate.increment();
      log.error("delivery {} does not say its mode and is not sent", begun.delivery().id());
      return new CallOutcome.GiveUp(FailureReason.REFUSED, "not sent: it does not say its mode");
    }
    if (message.repeat()) {
      markedRepeats.increment();
    }
    try {
      var outcome = TracedCall.of(lane.channel(), message, latest, traces);
      CrashPoint.CALL_ANSWERED.reached();
      return outcome;
    } catch (RuntimeException e) {
      log.error("the channel failed on delivery {}", begun.delivery().id(), e);
      return new CallOutcome.Unknown("the channel failed: " + e.getClass().getSimpleName());
    }
  }

  private Text textOf(Delivery delivery) {
    var text = delivery.content().text();
    return delivery.progress().repeat() ? wording.repeated(text) : text;
  }

  private URI acknowledge(DeliveryId id) {
    return URI.create(settings.publicUrl() + "/api/v1/deliveries/" + id + "/acknowledge");
  }

  private void conclude(Begun begun, CallOutcome outcome) {
    var end = new Ended(begun.delivery(), begun.token());
    if (!ended.keep(new EndedCall(end, outcome, traces.current()))) {
      log.warn("too late to conclude delivery {}", begun.delivery().id());
    }
    CrashPoint.CALL_CONCLUDED.reached();
  }

  private static void pause() {
    try {
      TimeUnit.NANOSECONDS.sleep(AFTER_FAILURE.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
