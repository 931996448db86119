package lantian.warning;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import lantian.events.Pollutant;
import lantian.warning.aqi.Sample;
import lantian.warning.series.HourlyPoint;

/** Hours drawn from a seed: air that stagnates and clears, with values missing now and then. */
public final class Seasons {
  private Seasons() {}

  public static List<HourlyPoint> drawn(long seed, Instant start, int hours) {
    Random chance = new Random(seed);
    List<HourlyPoint> points = new ArrayList<>(hours);
    double pm25 = 40;
    double ozone = 60;
    double trend = 0;
    for (int h = 0; h < hours; h++) {
      if (chance.nextInt(30) == 0) {
        trend = chance.nextInt(12) - 5;
      }
      pm25 = Math.clamp(pm25 + trend + chance.nextInt(21) - 10, 3, 620);
      ozone = Math.clamp(ozone + chance.nextInt(41) - 20, 2, 420);
      EnumMap<Pollutant, BigDecimal> values = new EnumMap<>(Pollutant.class);
      put(values, Pollutant.PM2_5, pm25, chance);
      put(values, Pollutant.PM10, pm25 * 1.3, chance);
      put(values, Pollutant.SO2, 12, chance);
      put(values, Pollutant.NO2, 55, chance);
      put(values, Pollutant.CO, 1.2, chance);
      put(values, Pollutant.O3, ozone, chance);
      points.add(new HourlyPoint(start.plus(Duration.ofHours(h)), new Sample(values)));
    }
    return points;
  }

  private static void put(
      EnumMap<Pollutant, BigDecimal> values, Pollutant pollutant, double value, Random chance) {
    if (chance.nextInt(25) != 0) {
      values.put(pollutant, BigDecimal.valueOf(Math.round(value * 10), 1));
    }
  }

  /** All concentrations of the hours times this factor. */
  public static List<HourlyPoint> times(List<HourlyPoint> points, BigDecimal factor) {
    return points.stream()
        .map(
            point -> {
              EnumMap<Pollutant, BigDecimal> values = new EnumMap<>(Pollutant.class);
              point.sample().values().forEach((p, value) -> values.put(p, value.multiply(factor)));
              return new HourlyPoint(point.at(), new Sample(values));
            })
        .toList();
  }

  /** The same air so many hours later. */
  public static List<HourlyPoint> later(List<HourlyPoint> points, int hours) {
    return points.stream()
        .map(point -> new HourlyPoint(point.at().plus(Duration.ofHours(hours)), point.sample()))
        .toList();
  }
}
