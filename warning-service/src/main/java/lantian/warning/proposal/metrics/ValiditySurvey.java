package lantian.warning.proposal.metrics;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lantian.events.Mode;
import lantian.kit.observability.Figure;
import lantian.kit.observability.Measure;
import lantian.kit.observability.Survey;
import lantian.warning.warning.ValidityPrompts;
import lantian.warning.warning.Warnings;
import org.springframework.stereotype.Component;

/** Whether a warning's validity ends and nobody says what is to become of it; by business time. */
@Component
final class ValiditySurvey implements Survey {
  private static final Measure UNANSWERED =
      Measure.seconds(
          "validity.unanswered",
          "Since when the office has been asked to extend, change or lift a warning that ends soon");

  private final Warnings warnings;
  private final ValidityPrompts prompts;
  private final Clock clock;

  ValiditySurvey(Warnings warnings, ValidityPrompts prompts, Clock clock) {
    this.warnings = warnings;
    this.prompts = prompts;
    this.clock = clock;
  }

  @Override
  public List<Measure> measures() {
    return List.of(UNANSWERED);
  }

  @Override
  public List<Figure> look() {
    var now = clock.instant();
    Map<Mode, Double> longest = new EnumMap<>(Mode.class);
    for (var warning : warnings.inForce()) {
      prompts
          .of(warning, now)
          .map(prompt -> Duration.between(prompt.since(), now).toMillis() / 1000.0)
          .ifPresent(waited -> longest.merge(warning.mode(), Math.max(0, waited), Math::max));
    }
    var figures = new ArrayList<Figure>();
    for (var mode : Mode.values()) {
      figures.add(UNANSWERED.is(longest.getOrDefault(mode, 0.0), "mode", mode.name()));
    }
    return figures;
  }
}
