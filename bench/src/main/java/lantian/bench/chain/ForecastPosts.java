package lantian.bench.chain;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import lantian.events.ChinaTime;
import lantian.local.api.Api;
import lantian.local.platform.PlatformPort;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/**
 * Forecasts of 168 hours, one for each of many places, posted side by side by a centre that hands
 * in for all of them; each is judged and kept.
 */
final class ForecastPosts {

  private static final int HOURS = 168;
  static final int CALLERS = 4;

  private final Api.Person monitoring;
  private final List<String> places;
  private final Instant base;
  private final RawValue points;
  private int rounds;

  ForecastPosts(Api api, PlacesOfForecasts places, Instant now) {
    this.monitoring = api.as("monitoring", "monitoring-of-all", "*", null);
    this.places = places.codes();
    this.base = now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(1));
    // Written once: what the caller does for a post is no part of the figure.
    this.points = new RawValue(JsonMapper.shared().writeValueAsString(points(base)));
  }

  /** Posts a new run of each place; how many a second. */
  double post() throws Exception {
    var issuedAt = ChinaTime.at(base.plusSeconds(++rounds)).toString();
    var work = new ArrayList<Callable<Void>>();
    for (var place : places) {
      work.add(
          () -> {
            monitoring.post(PlatformPort.WARNING, "/api/v1/forecasts", body(place, issuedAt));
            return null;
          });
    }
    try (var callers = Executors.newFixedThreadPool(CALLERS)) {
      long began = System.nanoTime();
      for (var outcome : callers.invokeAll(work)) {
        outcome.get();
      }
      return places.size() * 1e9 / (System.nanoTime() - began);
    }
  }

  private Map<String, Object> body(String place, String issuedAt) {
    var body = new LinkedHashMap<String, Object>();
    body.put("jurisdiction", place);
    body.put("issuedAt", issuedAt);
    body.put("source", "性能测量 / bench");
    body.put("resolution", "HOURLY");
    body.put("points", points);
    return body;
  }

  private static List<Map<String, Object>> points(Instant base) {
    var points = new ArrayList<Map<String, Object>>(HOURS);
    for (int hour = 1; hour <= HOURS; hour++) {
      // Moderate air: no level follows, so that nothing but the forecast is measured.
      points.add(
          Map.of(
              "at", ChinaTime.at(base.plus(Duration.ofHours(hour))).toString(),
              "pm2_5", 40 + hour % 24,
              "pm10", 60 + hour % 30,
              "so2", 5,
              "no2", 20 + hour % 12,
              "co", 0.7,
              "o3", 60 + hour % 40));
    }
    return points;
  }
}
