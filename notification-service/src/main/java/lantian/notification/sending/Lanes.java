package lantian.notification.sending;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRateLimiterMetrics;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import lantian.notification.NotificationSettings;
import lantian.notification.NotificationSettings.Sending;
import lantian.notification.channel.MessageChannel;
import lantian.notification.delivery.SendingSignal;
import org.springframework.stereotype.Component;

/** A lane for each channel, by the settings, with its meters. */
@Component
final class Lanes implements Iterable<Lane> {
  private final List<Lane> lanes;
  private final int inAll;

  Lanes(
      List<MessageChannel> channels,
      NotificationSettings settings,
      SendingSignal signal,
      MeterRegistry metrics) {
    var sending = settings.sending();
    var bulkheads = BulkheadRegistry.ofDefaults();
    var rates = RateLimiterRegistry.ofDefaults();
    var breakers = new Breakers(sending.breaker(), metrics, signal::raise);
    this.lanes =
        channels.stream()
            .sorted(Comparator.comparing(MessageChannel::channel))
            .map(channel -> lane(channel, sending, bulkheads, rates, breakers))
            .toList();
    this.inAll = channels.stream().mapToInt(c -> sending.of(c.channel()).maxInFlight()).sum();
    TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(metrics);
    TaggedRateLimiterMetrics.ofRateLimiterRegistry(rates).bindTo(metrics);
  }

  private static Lane lane(
      MessageChannel channel,
      Sending sending,
      BulkheadRegistry bulkheads,
      RateLimiterRegistry rates,
      Breakers breakers) {
    var room = sending.of(channel.channel());
    var name = channel.channel().name().toLowerCase(Locale.ROOT);
    return new Lane(
        channel,
        bulkheads.bulkhead(
            name,
            BulkheadConfig.custom()
                .maxConcurrentCalls(room.maxInFlight())
                .maxWaitDuration(Duration.ZERO)
                .build()),
        rates.rateLimiter(
            name,
            RateLimiterConfig.custom()
                .limitForPeriod(room.rate())
                .limitRefreshPeriod(room.per())
                .timeoutDuration(Duration.ZERO)
                .build()),
        breakers,
        sending.maxInFlightPerOrigin());
  }

  @Override
  public Iterator<Lane> iterator() {
    return lanes.iterator();
  }

  /** How many calls all of them may have under way together. */
  int inAll() {
    return inAll;
  }

  /** The longest that a call of any of them may take. */
  Duration longestCall() {
    return lanes.stream()
        .map(Lane::longestCall)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }
}
