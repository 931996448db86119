package lantian.local.chaos;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lantian.events.ChinaTime;
import lantian.events.WarningLevel;

/** Daily forecasts by which policy national-2024 asks for just this level, or for none. */
final class Forecasts {

  private static final int DAYS = 6;
  private static final int CLEAN = 60;
  private static final int HEAVY = 230;
  private static final int SEVERE = 330;

  private Forecasts() {}

  static Map<String, Object> asking(
      WarningLevel level, String jurisdiction, String source, Instant issuedAt) {
    var body = new HashMap<String, Object>();
    body.put("jurisdiction", jurisdiction);
    body.put("issuedAt", ChinaTime.at(issuedAt).toString());
    body.put("source", source);
    body.put("resolution", "DAILY");
    body.put("policy", "national-2024");
    body.put("points", points(level, ChinaTime.dateOf(issuedAt)));
    return body;
  }

  private static List<Map<String, Object>> points(WarningLevel level, LocalDate today) {
    int bad = daysOver(level);
    int peak = level == WarningLevel.RED ? SEVERE : HEAVY;
    var points = new ArrayList<Map<String, Object>>();
    for (int day = 0; day < DAYS; day++) {
      boolean isBad = day >= 1 && day <= bad;
      int high = isBad ? peak : CLEAN;
      points.add(
          Map.of(
              "date",
              today.plusDays(day).toString(),
              "aqiLow",
              high - 20,
              "aqiHigh",
              high,
              "primaryPollutants",
              isBad ? List.of("pm2_5") : List.of()));
    }
    return points;
  }

  /** 环大气〔2024〕6号: one day over 200, two, three with one over 300. */
  private static int daysOver(WarningLevel level) {
    return switch (level) {
      case NONE -> 0;
      case YELLOW -> 1;
      case ORANGE -> 2;
      case RED -> 3;
    };
  }
}
