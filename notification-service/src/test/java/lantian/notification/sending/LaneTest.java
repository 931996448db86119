package lantian.notification.sending;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import lantian.events.Channel;
import lantian.events.FailureReason;
import lantian.notification.NotificationSettings;
import lantian.notification.NotificationSettings.Breaker;
import lantian.notification.NotificationSettings.Email;
import lantian.notification.NotificationSettings.Retrying;
import lantian.notification.NotificationSettings.Room;
import lantian.notification.NotificationSettings.Security;
import lantian.notification.NotificationSettings.Sending;
import lantian.notification.NotificationSettings.Webhook;
import lantian.notification.channel.MessageChannel;
import lantian.notification.channel.OutgoingMessage;
import lantian.notification.delivery.CallOutcome;
import lantian.notification.delivery.CallOutcome.Fault;
import lantian.notification.delivery.CallOutcome.GiveUp;
import lantian.notification.delivery.CallOutcome.Sent;
import lantian.notification.delivery.CallOutcome.TryAgain;
import lantian.notification.delivery.CallOutcome.Unknown;
import lantian.notification.delivery.DeliveryId;
import lantian.notification.delivery.DueDeliveries.Held;
import lantian.notification.delivery.SendingSignal;
import lantian.notification.sending.Lane.Pass;
import org.junit.jupiter.api.Test;

/** How much a channel may do, and when an origin is left alone. */
class LaneTest {
  private static final Duration SHORT = Duration.ofMillis(5);
  private static final CallOutcome TROUBLE = new TryAgain("HTTP 500", Duration.ZERO);

  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

  private Lane lane(Room room, Duration openFor) {
    var sending =
        new Sending(
            Map.of(Channel.WEBHOOK, room),
            64,
            new Breaker(Duration.ofSeconds(30), 4, 50, openFor),
            SHORT,
            SHORT,
            SHORT);
    var settings = NotificationSettingsFor.sending(sending);
    return new Lanes(List.of(new Silent()), settings, new SendingSignal(), metrics)
        .iterator()
        .next();
  }

  private Lane lane() {
    return lane(new Room(10, 1000, Duration.ofSeconds(1)), Duration.ofMinutes(1));
  }

  private record Silent() implements MessageChannel {
    @Override
    public Channel channel() {
      return Channel.WEBHOOK;
    }

    @Override
    public CallOutcome send(OutgoingMessage message, long latest) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Duration longestCall() {
      return SHORT;
    }
  }

  private static List<Held> due(int many) {
    return Stream.generate(
            () ->
                new Held(new DeliveryId(UUID.randomUUID()), "https://a.example", UUID.randomUUID()))
        .limit(many)
        .toList();
  }

  private static void end(Lane lane, String origin, CallOutcome... outcomes) {
    for (var outcome : outcomes) {
      lane.passTo(origin).orElseThrow().used(SHORT, outcome);
    }
  }

  @Test
  void callsOverTheRateWaitInTheirRowsUntilTheNextPeriod() {
    var lane = lane(new Room(100, 5, Duration.ofMillis(700)), Duration.ofMinutes(1));
    var wanted = lane.wanted().orElseThrow();
    assertThat(wanted.limit()).isEqualTo(5);

    lane.took(due(5), wanted);

    assertThat(lane.wanted()).isEmpty();
    await().atMost(10, SECONDS).until(() -> lane.wanted().isPresent());
    assertThat(lane.wanted().orElseThrow().limit()).isEqualTo(5);
  }

  @Test
  void aFullRoomWantsNothingUntilACallEnds() {
    var lane = lane(new Room(2, 1000, Duration.ofSeconds(1)), Duration.ofMinutes(1));
    var first = lane.passTo("https://a.example").orElseThrow();
    var second = lane.passTo("https://b.example").orElseThrow();

    assertThat(lane.wanted()).isEmpty();
    assertThat(lane.passTo("https://c.example")).isEmpty();
    first.used(SHORT, new Sent("HTTP 200"));
    assertThat(lane.wanted().orElseThrow().limit()).isEqualTo(1);
    second.unused();
    second.unused();
    assertThat(lane.wanted().orElseThrow().limit()).isEqualTo(2);
  }

  @Test
  void anOriginWhoseCallsFailIsLeftAloneAndNoOther() {
    var lane = lane();

    end(lane, "https://a.example", TROUBLE, TROUBLE, TROUBLE, TROUBLE);

    assertThat(lane.leftAlone()).containsExactly("https://a.example");
    assertThat(lane.wanted().orElseThrow().room()).isEqualTo(Map.of("https://a.example", 0));
    assertThat(lane.passTo("https://a.example")).isEmpty();
    assertThat(lane.passTo("https://b.example")).isPresent();
  }

  @Test
  void aRefusalOfOneAddressIsNoTrouble() {
    var lane = lane();
    var refused = new GiveUp(FailureReason.REFUSED, "HTTP 410");
    var full = new TryAgain("SMTP 452", Duration.ZERO, Fault.THIS_ONE);

    end(lane, "email", refused, full, refused, full, refused, full);
    end(lane, "email", TROUBLE, refused, full, refused, TROUBLE);

    assertThat(lane.leftAlone()).isEmpty();
  }

  @Test
  void aCallThatNobodyAnswersIsTrouble() {
    var lane = lane();
    var unknown = new Unknown("no answer");

    end(lane, "email", unknown, unknown, unknown, unknown);

    assertThat(lane.leftAlone()).containsExactly("email");
  }

  @Test
  void afterAWhileOneCallFindsOutAndFailsOrSucceedsForAll() {
    var lane = lane(new Room(10, 1000, Duration.ofSeconds(1)), Duration.ofMillis(200));
    var origin = "https://a.example";
    end(lane, origin, TROUBLE, TROUBLE, TROUBLE, TROUBLE);

    await().atMost(10, SECONDS).until(() -> lane.leftAlone().isEmpty());
    assertThat(lane.wanted().orElseThrow().room()).isEqualTo(Map.of(origin, 1));
    var probe = lane.passTo(origin).orElseThrow();
    assertThat(lane.passTo(origin)).as("a second one beside it").isEmpty();
    probe.used(SHORT, TROUBLE);
    assertThat(lane.leftAlone()).containsExactly(origin);

    await().atMost(10, SECONDS).until(() -> lane.leftAlone().isEmpty());
    lane.passTo(origin).orElseThrow().unused();
    lane.passTo(origin).orElseThrow().used(SHORT, new Sent("HTTP 200"));
    assertThat(lane.wanted().orElseThrow().room()).isEmpty();
    assertThat(lane.passTo(origin)).isPresent();
    assertThat(lane.passTo(origin)).isPresent();
  }

  @Test
  void whatWasBegunBeforeSaysNothingOfWhetherItIsBack() {
    var lane = lane(new Room(10, 1000, Duration.ofSeconds(1)), Duration.ofMillis(200));
    var origin = "https://a.example";
    var late = new ArrayList<Pass>();
    end(lane, origin, TROUBLE);
    late.add(lane.passTo(origin).orElseThrow());
    late.add(lane.passTo(origin).orElseThrow());
    end(lane, origin, TROUBLE, TROUBLE, TROUBLE);
    await().atMost(10, SECONDS).until(() -> lane.leftAlone().isEmpty());

    late.getFirst().used(SHORT, new Sent("HTTP 200"));
    late.getLast().used(SHORT, TROUBLE);

    assertThat(lane.wanted().orElseThrow().room()).isEqualTo(Map.of(origin, 1));
  }

  @Test
  void thereAreAsManyBreakersAsTroubles() {
    var lane = lane(new Room(10, 1000, Duration.ofSeconds(1)), Duration.ofMillis(100));
    for (int i = 0; i < 100; i++) {
      end(lane, "https://" + i + ".example", new Sent("HTTP 200"));
    }
    assertThat(breakers()).isZero();

    end(lane, "https://a.example", TROUBLE, TROUBLE, TROUBLE, TROUBLE);
    assertThat(breakers()).isEqualTo(1);
    lane.tidy();
    assertThat(breakers()).as("still in trouble").isEqualTo(1);
    await().atMost(10, SECONDS).until(() -> lane.leftAlone().isEmpty());
    end(lane, "https://a.example", new Sent("HTTP 200"));
    lane.tidy();
    assertThat(breakers()).isZero();
  }

  private long breakers() {
    return metrics.getMeters().stream()
        .filter(meter -> meter.getId().getName().equals("resilience4j.circuitbreaker.state"))
        .map(meter -> meter.getId().getTag("name"))
        .distinct()
        .count();
  }

  @Test
  void theRoomOfAChannelHasMeters() {
    lane();

    assertThat(
            metrics
                .get("resilience4j.bulkhead.max.allowed.concurrent.calls")
                .tag("name", "webhook")
                .gauge()
                .value())
        .isEqualTo(10);
    assertThat(
            metrics
                .get("resilience4j.ratelimiter.available.permissions")
                .tag("name", "webhook")
                .gauge()
                .value())
        .isEqualTo(1000);
  }

  /** Settings of which only the sending matters. */
  private static final class NotificationSettingsFor {
    static NotificationSettings sending(Sending sending) {
      return new NotificationSettings(
          URI.create("http://127.0.0.1:8083"),
          sending,
          new Retrying(SHORT, SHORT, Map.of()),
          SHORT,
          new Webhook(SHORT, List.of()),
          new Email("", 25, Security.NONE, "", "", "", null, "", SHORT, SHORT));
    }
  }
}
