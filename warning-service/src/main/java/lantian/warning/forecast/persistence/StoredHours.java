package lantian.warning.forecast.persistence;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import lantian.events.Pollutant;
import lantian.warning.aqi.Sample;
import lantian.warning.series.HourlyPoint;
import lantian.warning.series.Points;
import org.jspecify.annotations.Nullable;

/**
 * The hours of a run as the columns hold them: one array for each pollutant, from the first hour
 * on.
 */
final class StoredHours {
  /** In the order of the columns. */
  static final List<Pollutant> POLLUTANTS =
      List.of(
          Pollutant.PM2_5,
          Pollutant.PM10,
          Pollutant.SO2,
          Pollutant.NO2,
          Pollutant.CO,
          Pollutant.O3);

  private static final int CHARACTERS_EACH = 6;

  private StoredHours() {}

  /** An array of PostgreSQL as text; of days, which have no concentrations, null. */
  static @Nullable String array(Points points, Pollutant pollutant) {
    if (!(points instanceof Points.Hourly(var hours))) {
      return null;
    }
    StringBuilder array = new StringBuilder(CHARACTERS_EACH * hours.size());
    for (HourlyPoint hour : hours) {
      BigDecimal value = hour.sample().value(pollutant);
      array
          .append(array.isEmpty() ? '{' : ',')
          .append(value == null ? "NULL" : value.toPlainString());
    }
    return array.append('}').toString();
  }

  static Points read(ResultSet rs) throws SQLException {
    Instant first = rs.getTimestamp("first_at").toInstant();
    @Nullable BigDecimal[][] columns = new @Nullable BigDecimal[POLLUTANTS.size()][];
    for (int p = 0; p < columns.length; p++) {
      Array array = rs.getArray(POLLUTANTS.get(p).code());
      columns[p] = (@Nullable BigDecimal[]) array.getArray();
    }
    List<HourlyPoint> hours = new ArrayList<>(columns[0].length);
    for (int h = 0; h < columns[0].length; h++) {
      EnumMap<Pollutant, BigDecimal> values = new EnumMap<>(Pollutant.class);
      for (int p = 0; p < columns.length; p++) {
        BigDecimal value = columns[p][h];
        if (value != null) {
          values.put(POLLUTANTS.get(p), value);
        }
      }
      hours.add(new HourlyPoint(first.plus(Duration.ofHours(h)), new Sample(values)));
    }
    return new Points.Hourly(hours);
  }
}
