package lantian.notification.sending;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lantian.events.Channel;
import lantian.kit.observability.Figure;
import lantian.kit.observability.Measure;
import lantian.kit.observability.Survey;
import lantian.notification.delivery.Deliveries;
import lantian.notification.delivery.Deliveries.Standing;
import lantian.notification.delivery.DeliveryState;
import org.springframework.stereotype.Component;

/** How many deliveries stand in each state, and since when the oldest waits to go out. */
@Component
final class DeliverySurvey implements Survey {
  private static final Measure STATE =
      Measure.count("notification.state", "Deliveries by state and channel");
  private static final Measure OLDEST =
      Measure.seconds("notification.oldest", "Age of the oldest delivery that waits in a state");

  /** Of those that the receiver has, the age is told with the answers that are waited for. */
  private static final Set<DeliveryState> NOT_OUT_YET =
      EnumSet.of(
          DeliveryState.PENDING,
          DeliveryState.CLAIMED,
          DeliveryState.CALLING,
          DeliveryState.TEMP_FAIL,
          DeliveryState.UNKNOWN);

  private static final Set<DeliveryState> WITHOUT_ADDRESSEE =
      EnumSet.of(DeliveryState.PERM_FAIL, DeliveryState.SUPERSEDED);

  private static final String NOBODY = "NONE";

  private final Deliveries deliveries;
  private final Clock clock;

  DeliverySurvey(Deliveries deliveries, Clock clock) {
    this.deliveries = deliveries;
    this.clock = clock;
  }

  private record Place(DeliveryState state, String channel) {}

  @Override
  public List<Measure> measures() {
    return List.of(STATE, OLDEST);
  }

  @Override
  public List<Figure> look() {
    var now = clock.instant();
    var standing = deliveries.standing();
    var figures = new ArrayList<Figure>();
    counts(standing)
        .forEach(
            (place, count) ->
                figures.add(
                    STATE.is(count, "state", place.state().name(), "channel", place.channel())));
    for (var state : NOT_OUT_YET) {
      var age =
          standing.stream()
              .filter(s -> s.state() == state)
              .mapToDouble(s -> Duration.between(s.oldest(), now).toMillis() / 1000.0)
              .max()
              .orElse(0);
      figures.add(OLDEST.is(Math.max(0, age), "state", state.name()));
    }
    return figures;
  }

  /** With a zero where there are none, so that a rate of nothing is nothing and not a gap. */
  private static Map<Place, Long> counts(List<Standing> standing) {
    var counts = new HashMap<Place, Long>();
    for (var state : DeliveryState.values()) {
      for (var channel : Channel.values()) {
        counts.put(new Place(state, channel.name()), 0L);
      }
    }
    WITHOUT_ADDRESSEE.forEach(state -> counts.put(new Place(state, NOBODY), 0L));
    for (var some : standing) {
      var channel = some.channel();
      counts.put(
          new Place(some.state(), channel == null ? NOBODY : channel.name()), some.deliveries());
    }
    return counts;
  }
}
