package lantian.warning.forecast.metrics;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import lantian.events.Mode;
import lantian.kit.observability.Figure;
import lantian.kit.observability.Measure;
import lantian.kit.observability.Survey;
import lantian.warning.forecast.Forecasts;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.jurisdiction.Jurisdictions;
import org.springframework.stereotype.Component;

/**
 * How long ago a forecast last arrived, by business time; drills are not counted. Nothing is said
 * of a place that never had one.
 */
@Component
final class ForecastSurvey implements Survey {
  private static final Measure AGE =
      Measure.seconds("forecast.age", "Since the last forecast run arrived");

  private final Forecasts forecasts;
  private final Jurisdictions jurisdictions;
  private final Clock clock;

  ForecastSurvey(Forecasts forecasts, Jurisdictions jurisdictions, Clock clock) {
    this.forecasts = forecasts;
    this.jurisdictions = jurisdictions;
    this.clock = clock;
  }

  @Override
  public List<Measure> measures() {
    return List.of(AGE);
  }

  @Override
  public List<Figure> look() {
    var now = clock.instant();
    var codes = jurisdictions.all().stream().map(Jurisdiction::code).toList();
    return forecasts.lastArrivals(codes, Mode.LIVE).entrySet().stream()
        .map(
            last ->
                AGE.is(
                    Math.max(0, Duration.between(last.getValue(), now).toMillis() / 1000.0),
                    "jurisdiction",
                    last.getKey()))
        .toList();
  }
}
