package lantian.notification.sending;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import lantian.events.Channel;
import lantian.events.Text;
import lantian.kit.crash.CrashPoint;
import lantian.notification.NotificationSettings;
import lantian.notification.channel.MessageChannel;
import lantian.notification.channel.OutgoingMessage;
import lantian.notification.delivery.CallOutcome;
import lantian.notification.delivery.Delivery;
import lantian.notification.delivery.DeliveryId;
import lantian.notification.delivery.SendingSignal;
import lantian.notification.delivery.Wording;
import lantian.notification.link.Links;
import lantian.notification.sending.BeginningCalls.Begun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Sends what is due: one thread claims, each call has a virtual thread of its own. Woken right
 * after the commit of a new delivery and when a call ends, else it looks from time to time.
 */
@Component
final class DeliverySender implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(DeliverySender.class);

  /** Beside the channel's own limit, so that a live process concludes its own calls. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private static final int MOST_AT_ONCE = 200;

  /** So few results are written at a time that requests and events find a connection. */
  private final Semaphore writers = new Semaphore(4);

  private final BeginningCalls beginning;
  private final ConcludingCalls concluding;
  private final Recovering recovering;
  private final SendingSignal signal;
  private final Wording wording;
  private final Links links;
  private final NotificationSettings settings;
  private final Map<Channel, MessageChannel> channels = new EnumMap<>(Channel.class);
  private final Duration longestCall;
  private final Counter markedRepeats;
  private final Semaphore room;
  private String lastOrigin = "";
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
      List<MessageChannel> channels,
      MeterRegistry metrics) {
    this.beginning = beginning;
    this.concluding = concluding;
    this.recovering = recovering;
    this.signal = signal;
    this.wording = wording;
    this.links = links;
    this.settings = settings;
    channels.forEach(channel -> this.channels.put(channel.channel(), channel));
    this.longestCall =
        channels.stream()
            .map(MessageChannel::longestCall)
            .max(Duration::compareTo)
            .orElse(Duration.ZERO)
            .plus(GRACE);
    this.room = new Semaphore(settings.sending().maxInFlight());
    this.markedRepeats =
        Counter.builder("notification.marked.repeat")
            .description("Messages sent a second time, marked, since nobody knew about the first")
            .register(metrics);
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("delivery-sender").daemon().start(this::sendUntilStopped);
  }

  @Override
  public void stop() {
    running = false;
    thread.interrupt();
    try {
      thread.join(AFTER_FAILURE);
      // Calls that go on may say how they ended; what is left then is recovered as unknown.
      var all = settings.sending().maxInFlight();
      if (room.tryAcquire(all, longestCall.toMillis(), TimeUnit.MILLISECONDS)) {
        room.release(all);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
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
        if (sendWhatIsDue() == 0) {
          signal.await(settings.sending().poll());
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
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
      nextRecovery = System.nanoTime() + settings.sending().recoverEvery().toNanos();
    }
  }

  private int sendWhatIsDue() {
    var limit = Math.min(MOST_AT_ONCE, room.availablePermits());
    if (limit == 0) {
      return 0;
    }
    var claims = beginning.claim(limit, lastOrigin);
    if (claims.isEmpty() && !lastOrigin.isEmpty()) {
      lastOrigin = "";
      claims = beginning.claim(limit, lastOrigin);
    }
    if (claims.isEmpty()) {
      return 0;
    }
    lastOrigin =
        claims.size() < limit
            ? ""
            : claims.stream().map(c -> c.origin()).max(String::compareTo).orElse("");
    CrashPoint.CALL_CLAIMED.reached();
    for (var begun : beginning.begin(claims, longestCall)) {
      room.acquireUninterruptibly();
      Thread.ofVirtual().name("call-" + begun.delivery().id()).start(() -> callAndConclude(begun));
    }
    return claims.size();
  }

  private void callAndConclude(Begun begun) {
    try {
      conclude(begun, call(begun));
    } finally {
      room.release();
      signal.raise();
    }
  }

  private CallOutcome call(Begun begun) {
    var message =
        new OutgoingMessage(
            begun.delivery(),
            begun.contact(),
            textOf(begun.delivery()),
            acknowledge(begun.delivery().id()),
            links.of(begun.delivery()),
            begun.at());
    var channel = channels.get(begun.contact().channel());
    if (channel == null) {
      throw new IllegalStateException("no channel " + begun.contact().channel());
    }
    if (message.repeat()) {
      markedRepeats.increment();
    }
    CrashPoint.CALL_BEGUN.reached();
    try {
      var outcome = channel.send(message);
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

  /** While the database is away the result is kept here; if this process dies, it is unknown. */
  private void conclude(Begun begun, CallOutcome outcome) {
    while (true) {
      try {
        writers.acquireUninterruptibly();
        try {
          if (!concluding.conclude(begun.delivery().id(), begun.token(), outcome)) {
            log.warn("too late to conclude delivery {}", begun.delivery().id());
          }
          CrashPoint.CALL_CONCLUDED.reached();
          return;
        } finally {
          writers.release();
        }
      } catch (DataAccessException | TransactionException e) {
        log.warn("the end of call {} waits for the database", begun.delivery().id());
        if (!running) {
          return;
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      TimeUnit.NANOSECONDS.sleep(AFTER_FAILURE.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
