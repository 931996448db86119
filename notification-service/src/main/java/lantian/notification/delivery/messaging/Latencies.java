package lantian.notification.delivery.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import lantian.events.Channel;
import lantian.notification.delivery.Delivery;
import lantian.notification.delivery.DeliveryEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * How long it took from a change's publication until the receiver had a message, and until somebody
 * answered, by business time. Deputies and the duty desk are told late on purpose: what they have
 * got is not counted, what they have answered is.
 */
@Component
final class Latencies {
  private final Map<Until, Map<Channel, Timer>> timers = new EnumMap<>(Until.class);

  private enum Until {
    ACCEPTED,
    ANSWERED
  }

  Latencies(MeterRegistry metrics) {
    for (var until : Until.values()) {
      var byChannel = new EnumMap<Channel, Timer>(Channel.class);
      for (var channel : Channel.values()) {
        byChannel.put(
            channel,
            Timer.builder("notification.latency")
                .description("From the publication of a change to its receiver, or to an answer")
                .tag("until", until.name().toLowerCase(Locale.ROOT))
                .tag("channel", channel.name())
                .register(metrics));
      }
      timers.put(until, byChannel);
    }
  }

  /** Counts once the transaction has committed. */
  void note(DeliveryEvent event) {
    switch (event) {
      case DeliveryEvent.Sent(var delivery) when delivery.escalationOf() == null ->
          note(Until.ACCEPTED, delivery, delivery.progress().sentAt());
      case DeliveryEvent.Acknowledged(var delivery) ->
          note(Until.ANSWERED, delivery, delivery.progress().acknowledgedAt());
      case DeliveryEvent.Sent _, DeliveryEvent.Failed _, DeliveryEvent.Escalated _ -> {}
    }
  }

  private void note(Until until, Delivery delivery, @Nullable Instant at) {
    var addressee = delivery.addressee();
    if (addressee == null || at == null) {
      return;
    }
    var took = Duration.between(delivery.content().at().toInstant(), at);
    var timer = Objects.requireNonNull(timers.get(until)).get(addressee.channel());
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            Objects.requireNonNull(timer).record(took.isNegative() ? Duration.ZERO : took);
          }
        });
  }
}
