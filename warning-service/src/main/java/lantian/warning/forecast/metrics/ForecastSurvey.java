package lantian.warning.forecast.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lantian.events.Mode;
import lantian.kit.observability.Figure;
import lantian.kit.observability.Measure;
import lantian.kit.observability.Survey;
import lantian.warning.forecast.Forecasts;
import lantian.warning.forecast.Forecasts.PlaceAndSource;
import lantian.warning.jurisdiction.ExpectedRuns;
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

  private static final Measure MISSING =
      Measure.count("forecast.runs.missing", "Expected runs that have not come since the last one");
  private static final String ANY_SOURCE = "*";

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
    return List.of(AGE, MISSING);
  }

  @Override
  public List<Figure> look() {
    var now = clock.instant();
    var codes = jurisdictions.all().stream().map(Jurisdiction::code).toList();
    List<Figure> figures = new ArrayList<>(missing(now));
    forecasts.lastArrivals(codes, Mode.LIVE).entrySet().stream()
        .map(
            last ->
                AGE.is(
                    Math.max(0, Duration.between(last.getValue(), now).toMillis() / 1000.0),
                    "jurisdiction",
                    last.getKey()))
        .forEach(figures::add);
    return figures;
  }

  /** Of the sources of which runs are expected and at least one has come. */
  private List<Figure> missing(Instant now) {
    Map<PlaceAndSource, ExpectedRuns> expected = new LinkedHashMap<>();
    for (Jurisdiction place : jurisdictions.all()) {
      for (ExpectedRuns runs : place.forecasts()) {
        expected.put(new PlaceAndSource(place.code(), runs.source()), runs);
      }
    }
    Map<PlaceAndSource, Instant> last =
        forecasts.lastIssued(List.copyOf(expected.keySet()), Mode.LIVE);
    List<Figure> figures = new ArrayList<>();
    expected.forEach(
        (asked, runs) -> {
          Instant issued = last.get(asked);
          if (issued != null) {
            figures.add(
                MISSING.is(
                    runs.missing(issued, now),
                    "jurisdiction",
                    asked.jurisdiction(),
                    "source",
                    asked.source() == null ? ANY_SOURCE : asked.source()));
          }
        });
    return figures;
  }
}
