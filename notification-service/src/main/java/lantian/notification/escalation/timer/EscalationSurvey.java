package lantian.notification.escalation.timer;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lantian.kit.observability.Figure;
import lantian.kit.observability.Measure;
import lantian.kit.observability.Survey;
import lantian.notification.contact.Rank;
import lantian.notification.escalation.Escalations;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How many messages wait for an answer and since when, and how many have nobody left to tell. One
 * of the latter is forgotten when its unit gets a newer message, or when its link holds no more.
 */
@Component
final class EscalationSurvey implements Survey {
  private static final Measure UNANSWERED =
      Measure.count("notification.unanswered", "Messages without an answer, by who was told last");
  private static final Measure NOBODY_LEFT =
      Measure.count(
          "notification.nobody.left",
          "Messages without an answer of which nobody else can be told");

  /** Of the deliveries that the receiver has: they wait for an answer. */
  private static final Measure OLDEST =
      Measure.seconds("notification.oldest", "Age of the oldest delivery that waits in a state");

  private final Escalations escalations;
  private final Clock clock;
  private final Duration answerable;

  EscalationSurvey(
      Escalations escalations,
      Clock clock,
      @Value("${lantian.notification.link.valid-for}") Duration answerable) {
    this.escalations = escalations;
    this.clock = clock;
    this.answerable = answerable;
  }

  @Override
  public List<Measure> measures() {
    return List.of(UNANSWERED, NOBODY_LEFT, OLDEST);
  }

  @Override
  public List<Figure> look() {
    var now = clock.instant();
    var standing = escalations.standing(now.minus(answerable));
    var figures = new ArrayList<Figure>();
    for (var rank : Rank.values()) {
      figures.add(UNANSWERED.is(standing.waiting().getOrDefault(rank, 0L), "rank", rank.name()));
    }
    figures.add(NOBODY_LEFT.is(standing.nobodyLeft()));
    var taken = standing.oldestTaken();
    var age = taken == null ? 0 : Duration.between(taken, now).toMillis() / 1000.0;
    figures.add(OLDEST.is(Math.max(0, age), "state", "ACCEPTED"));
    return figures;
  }
}
