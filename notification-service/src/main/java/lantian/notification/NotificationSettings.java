package lantian.notification;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import lantian.events.Channel;
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

  /**
   * How much is under way at once, by each channel and to one origin, how long a claim holds, and
   * when an origin is left alone.
   */
  public record Sending(
      Map<Channel, Room> channels,
      int maxInFlightPerOrigin,
      Breaker breaker,
      Duration poll,
      Duration lease,
      Duration recoverEvery) {

    /** The room of a channel, which each of them has to have. */
    public Room of(Channel channel) {
      var room = channels.get(channel);
      if (room == null) {
        throw new IllegalStateException(
            "lantian.notification.sending.channels: how much may go by " + channel + "?");
      }
      return room;
    }
  }

  /** Calls of one channel: how many at the same time, and how many begin in each {@code per}. */
  public record Room(int maxInFlight, int rate, Duration per) {}

  /**
   * An origin is left alone for {@code openFor} when, of at least {@code minimumCalls} within the
   * {@code window}, as many percent failed as {@code failureRate} says; then one call finds out.
   */
  public record Breaker(Duration window, int minimumCalls, float failureRate, Duration openFor) {}

  /** Back-off with full jitter up to {@code longest}, and when to give up, by purpose. */
  public record Retrying(
      Duration first, Duration longest, Map<DeliveryPurpose, Duration> giveUpAfter) {}

  /**
   * {@code timeout} for the connection and again for the answer; {@code ports} not in local use.
   */
  public record Webhook(Duration timeout, List<Integer> ports) {}

  /**
   * The server that takes our mail; off without a {@code host}. {@code timeout} for connecting and
   * for each step of the conversation, {@code longestCall} for all of it; {@code sslBundle}: a
   * bundle of {@code spring.ssl} with the certificates to trust, where the JVM's do not do.
   */
  public record Email(
      String host,
      int port,
      Security security,
      String from,
      String username,
      String password,
      @Nullable Path passwordFile,
      String sslBundle,
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
