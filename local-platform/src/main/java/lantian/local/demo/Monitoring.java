package lantian.local.demo;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lantian.events.ChinaTime;
import lantian.events.Pollutant;
import lantian.local.api.Api;
import lantian.local.api.Place;
import lantian.local.platform.PlatformPort;

/** The monitoring group of a place: observations each hour, a forecast each day. */
final class Monitoring {
  static final int FORECAST_HOURS = 168;

  private final Api.Person person;
  private final Place place;
  private final String policy;

  Monitoring(Api api, Place place, String policy) {
    this.person = api.as("monitoring", "monitoring-" + place.code(), place.code(), null);
    this.place = place;
    this.policy = policy;
  }

  void observe(Episode.Hour hour) {
    person.store(
        PlatformPort.WARNING,
        "/api/v1/observations",
        Map.of(
            "jurisdiction", place.code(),
            "source", "回放实况：" + hour.station(),
            "points", List.of(point(hour))));
  }

  /** Posts what really came as the forecast: a perfect one, which its source says. */
  void forecast(Instant issuedAt, List<Episode.Hour> hours) {
    person.store(
        PlatformPort.WARNING,
        "/api/v1/forecasts",
        Map.of(
            "jurisdiction",
            place.code(),
            "issuedAt",
            ChinaTime.at(issuedAt).toString(),
            "source",
            "回放的完美预报（以后来的实况作预报） / perfect forecast, replayed",
            "resolution",
            "HOURLY",
            "policy",
            policy,
            "points",
            hours.stream().map(Monitoring::point).toList()));
  }

  private static Map<String, Object> point(Episode.Hour hour) {
    var point = new HashMap<String, Object>();
    point.put("at", ChinaTime.at(hour.at()).toString());
    for (var pollutant : Pollutant.values()) {
      point.put(pollutant.code(), hour.values().get(pollutant));
    }
    return point;
  }
}
