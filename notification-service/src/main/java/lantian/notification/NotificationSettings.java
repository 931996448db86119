package lantian.notification;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import lantian.events.DeliveryPurpose;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings {@code lantian.notification.*}. All durations are machine time. {@code publicUrl}:
 * where liaisons reach this service.
 */
@ConfigurationProperties("lantian.notification")
public record NotificationSettings(
    URI publicUrl,
    Sending sending,
    Retrying retrying,
    Duration receiptWindow,
    Webhook webhook,
    Email email) {

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

  /**
   * The server that takes our mail; off without a {@code host}. {@code timeout} for connecting and
   * for each step of the conversation, {@code longestCall} for all of it.
   */
  public record Email(
      String host,
      int port,
      Security security,
      String from,
      String username,
      String password,
      @Nullable Path passwordFile,
      Duration timeout,
      Duration longestCall) {

    public boolean on() {
      return !host.isBlank();
    }

    @Override
    public String toString() {
      return "Email[" + (on() ? host + ":" + port + " " + security : "off") + "]";
    }
  }

  /** How the conversation with the mail server is kept secret. */
  public enum Security {
    /** Begins in clear and has to become TLS before anything is said. */
    STARTTLS,
    /** TLS from the first byte. */
    TLS,
    /** In clear; on a local platform only. */
    NONE
  }
}
