package lantian.notification;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import lantian.events.DeliveryPurpose;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings {@code lantian.notification.*}. All durations are machine time. {@code publicUrl}:
 * where liaisons reach this service.
 */
@ConfigurationProperties("lantian.notification")
public record NotificationSettings(
    URI publicUrl, Sending sending, Retrying retrying, Duration receiptWindow, Webhook webhook) {

  /** How much is under way at once, in all and to one origin, and how long a claim holds. */
  public record Sending(
      int maxInFlight,
      int maxInFlightPerOrigin,
      Duration poll,
      Duration lease,
      Duration recoverEvery) {}

  /** Back-off with full jitter up to {@code longest}, and when to give up, by purpose. */
  public record Retrying(
      Duration first, Duration longest, Map<DeliveryPurpose, Duration> giveUpAfter) {}

  /**
   * {@code timeout} for the connection and again for the answer; {@code ports} not in local use.
   */
  public record Webhook(Duration timeout, List<Integer> ports) {}
}
