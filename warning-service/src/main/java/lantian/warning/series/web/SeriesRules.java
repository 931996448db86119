package lantian.warning.series.web;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import lantian.events.Pollutant;
import lantian.warning.aqi.Concentration;
import lantian.warning.aqi.Sample;
import lantian.warning.aqi.web.FieldRules;
import lantian.warning.series.DailyPoint;
import lantian.warning.series.HourlyPoint;
import lantian.warning.series.Points;
import org.jspecify.annotations.Nullable;

/**
 * Reads the points of a request: at least one and not too many, all hours or all days, in order and
 * without a gap; a missing value of a pollutant is no error, a missing hour is.
 */
public final class SeriesRules {
  private static final String POINTS = "/points";

  private final FieldRules fields;
  private final String list;
  private final IntUnaryOperator number;

  public SeriesRules(FieldRules fields) {
    this(fields, POINTS, i -> i);
  }

  private SeriesRules(FieldRules fields, String list, IntUnaryOperator number) {
    this.fields = fields;
    this.list = list;
    this.number = number;
  }

  /** Of the rows of a file, which are named by these numbers. */
  public static SeriesRules ofRows(FieldRules fields, List<Integer> numbers) {
    return new SeriesRules(fields, "", numbers::get);
  }

  /** The points, or null where something is wrong, which the field rules then hold. */
  public @Nullable Points read(@Nullable List<@Nullable PointRequest> requests, int most) {
    if (requests == null || requests.isEmpty()) {
      fields.wrong(list, "no-points");
      return null;
    }
    if (requests.size() > most) {
      fields.wrong(list, "too-many-points", most, requests.size());
      return null;
    }
    PointRequest first = requests.getFirst();
    boolean daily = first != null && first.at() == null && first.date() != null;
    return daily ? days(requests) : hours(requests);
  }

  private @Nullable Points hours(List<@Nullable PointRequest> requests) {
    List<HourlyPoint> points = new ArrayList<>(requests.size());
    Set<Instant> seen = new TreeSet<>();
    Instant before = null;
    for (int i = 0; i < requests.size(); i++) {
      String pointer = list + "/" + number.applyAsInt(i);
      PointRequest request = requests.get(i);
      if (request == null) {
        fields.wrong(pointer, "required");
        before = null;
        continue;
      }
      if (request.date() != null || request.hasDayValues()) {
        fields.wrong(pointer, "hours-and-days");
      }
      Sample sample = sample(request, pointer);
      Instant at = fields.fullHour(request.at(), pointer + "/at");
      if (at == null) {
        before = null;
        continue;
      }
      if (!seen.add(at)) {
        fields.wrong(pointer + "/at", "duplicate-hour");
      } else if (before != null && at.isBefore(before)) {
        fields.wrong(pointer + "/at", "not-in-order");
      } else if (before != null && !at.equals(before.plus(Duration.ofHours(1)))) {
        fields.wrong(pointer + "/at", "gap", Duration.between(before, at).toHours() - 1);
      }
      before = at;
      points.add(new HourlyPoint(at, sample));
    }
    return fields.allHold() ? new Points.Hourly(points) : null;
  }

  private Sample sample(PointRequest request, String pointer) {
    EnumMap<Pollutant, BigDecimal> values = new EnumMap<>(Pollutant.class);
    put(values, Pollutant.PM2_5, request.pm2_5(), pointer);
    put(values, Pollutant.PM10, request.pm10(), pointer);
    put(values, Pollutant.SO2, request.so2(), pointer);
    put(values, Pollutant.NO2, request.no2(), pointer);
    put(values, Pollutant.CO, request.co(), pointer);
    put(values, Pollutant.O3, request.o3(), pointer);
    return new Sample(values);
  }

  private void put(
      EnumMap<Pollutant, BigDecimal> values,
      Pollutant pollutant,
      @Nullable BigDecimal given,
      String pointer) {
    String field = pointer + "/" + pollutant.code();
    BigDecimal value = fields.concentration(given, field);
    if (value != null
        && pollutant == Pollutant.CO
        && value.compareTo(Concentration.LARGEST_CO) > 0) {
      fields.wrong(field, "co-unit", Concentration.LARGEST_CO.toPlainString());
    } else if (value != null) {
      values.put(pollutant, value);
    }
  }

  private @Nullable Points days(List<@Nullable PointRequest> requests) {
    List<DailyPoint> points = new ArrayList<>(requests.size());
    Set<LocalDate> seen = new TreeSet<>();
    LocalDate before = null;
    for (int i = 0; i < requests.size(); i++) {
      String pointer = list + "/" + number.applyAsInt(i);
      PointRequest request = requests.get(i);
      if (request == null) {
        fields.wrong(pointer, "required");
        before = null;
        continue;
      }
      if (request.at() != null || request.hasConcentrations()) {
        fields.wrong(pointer, "hours-and-days");
      }
      List<Pollutant> primary = primaryPollutants(request, pointer);
      boolean inRange = aqiInRange(request, pointer);
      LocalDate date = fields.date(request.date(), pointer + "/date");
      if (date == null) {
        before = null;
        continue;
      }
      if (!seen.add(date)) {
        fields.wrong(pointer + "/date", "duplicate-day");
      } else if (before != null && date.isBefore(before)) {
        fields.wrong(pointer + "/date", "not-in-order");
      } else if (before != null && !date.equals(before.plusDays(1))) {
        fields.wrong(pointer + "/date", "gap-days", ChronoUnit.DAYS.between(before, date) - 1);
      }
      before = date;
      Integer high = request.aqiHigh();
      if (inRange && high != null) {
        points.add(new DailyPoint(date, request.aqiLow(), high, primary));
      }
    }
    return fields.allHold() ? new Points.Daily(points) : null;
  }

  private boolean aqiInRange(PointRequest request, String pointer) {
    Integer low = request.aqiLow();
    Integer high = request.aqiHigh();
    if (high == null) {
      fields.wrong(pointer + "/aqiHigh", "required");
      return false;
    }
    if (high < 0 || high > DailyPoint.LARGEST_AQI) {
      fields.wrong(pointer + "/aqiHigh", "aqi", DailyPoint.LARGEST_AQI);
      return false;
    }
    if (low != null && (low < 0 || low > DailyPoint.LARGEST_AQI)) {
      fields.wrong(pointer + "/aqiLow", "aqi", DailyPoint.LARGEST_AQI);
      return false;
    }
    if (low != null && low > high) {
      fields.wrong(pointer + "/aqiLow", "low-above-high");
      return false;
    }
    return true;
  }

  private List<Pollutant> primaryPollutants(PointRequest request, String pointer) {
    List<Pollutant> primary = new ArrayList<>();
    List<@Nullable String> codes =
        request.primaryPollutants() == null ? List.of() : request.primaryPollutants();
    for (int k = 0; k < codes.size(); k++) {
      Pollutant found = pollutant(codes.get(k));
      if (found == null) {
        String code = String.valueOf(codes.get(k));
        fields.wrong(pointer + "/primaryPollutants/" + k, "unknown-pollutant", code);
      } else if (!primary.contains(found)) {
        primary.add(found);
      }
    }
    return primary;
  }

  private static @Nullable Pollutant pollutant(@Nullable String code) {
    for (Pollutant pollutant : Pollutant.values()) {
      if (pollutant.code().equals(code)) {
        return pollutant;
      }
    }
    return null;
  }
}
