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
import java.util.concurrent.atomic.AtomicLong;
import lantian.events.ChinaTime;
import lantian.local.api.Api;
import lantian.local.platform.PlatformPort;

/** Forecasts of 168 hours, posted side by side; each is judged and kept. */
final class ForecastPosts {

  private static final int HOURS = 168;
  static final int CALLERS = 4;

  private final Api.Person monitoring;
  private final String place;
  private final Instant base;
  private final AtomicLong count = new AtomicLong();

  ForecastPosts(Api api, String place, Instant now) {
    this.monitoring = api.as("monitoring", "monitoring-" + place, place, null);
    this.place = place;
    this.base = now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(1));
  }

  /** Posts so many; how many a second. */
  double post(int forecasts) throws Exception {
    var work = new ArrayList<Callable<Void>>();
    for (int i = 0; i < forecasts; i++) {
      var body = body(base.plusMillis(count.incrementAndGet() * 10));
      work.add(
          () -> {
            monitoring.post(PlatformPort.WARNING, "/api/v1/forecasts", body);
            return null;
          });
    }
    try (var callers = Executors.newFixedThreadPool(CALLERS)) {
      long began = System.nanoTime();
      for (var outcome : callers.invokeAll(work)) {
        outcome.get();
      }
      return forecasts * 1e9 / (System.nanoTime() - began);
    }
  }

  private Map<String, Object> body(Instant issuedAt) {
    var body = new LinkedHashMap<String, Object>();
    body.put("jurisdiction", place);
    body.put("issuedAt", ChinaTime.at(issuedAt).toString());
    body.put("source", "性能测量 / bench");
    body.put("resolution", "HOURLY");
    body.put("points", points());
    return body;
  }

  private List<Map<String, Object>> points() {
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
