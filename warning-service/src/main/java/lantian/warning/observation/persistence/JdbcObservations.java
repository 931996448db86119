package lantian.warning.observation.persistence;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import lantian.events.Mode;
import lantian.events.Pollutant;
import lantian.warning.aqi.Sample;
import lantian.warning.assessment.ObservedHours;
import lantian.warning.observation.Measurement;
import lantian.warning.observation.Observations;
import lantian.warning.series.HourlyPoint;
import lantian.warning.series.Series;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcObservations implements Observations, ObservedHours {
  /** In the order of the columns. */
  private static final Pollutant[] POLLUTANTS = {
    Pollutant.PM2_5, Pollutant.PM10, Pollutant.SO2, Pollutant.NO2, Pollutant.CO, Pollutant.O3
  };

  private final JdbcClient sql;

  JdbcObservations(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public int record(Measurement measurement, long version, Instant now) {
    List<HourlyPoint> hours = measurement.hours();
    return sql.sql(
            """
            insert into observation as o
              (jurisdiction, mode, at, pm2_5, pm10, so2, no2, co, o3,
               version, source, recorded_at, recorded_by)
            select :jurisdiction, :mode, h.*, :version, :source, :now, :by
            from unnest(:at::timestamptz[], :pm2_5::numeric[], :pm10::numeric[], :so2::numeric[],
              :no2::numeric[], :co::numeric[], :o3::numeric[]) h
            on conflict (jurisdiction, mode, at) do update set
              pm2_5 = excluded.pm2_5, pm10 = excluded.pm10, so2 = excluded.so2,
              no2 = excluded.no2, co = excluded.co, o3 = excluded.o3, version = excluded.version,
              source = excluded.source, recorded_at = excluded.recorded_at,
              recorded_by = excluded.recorded_by
            where (o.pm2_5, o.pm10, o.so2, o.no2, o.co, o.o3) is distinct from
              (excluded.pm2_5, excluded.pm10, excluded.so2, excluded.no2, excluded.co, excluded.o3)
            """)
        .param("jurisdiction", measurement.jurisdiction())
        .param("mode", measurement.mode().name())
        .param("version", version)
        .param("source", measurement.source())
        .param("now", Timestamp.from(now))
        .param("by", measurement.by())
        .param("at", hours.stream().map(hour -> hour.at().toString()).toArray(String[]::new))
        .param("pm2_5", values(hours, Pollutant.PM2_5))
        .param("pm10", values(hours, Pollutant.PM10))
        .param("so2", values(hours, Pollutant.SO2))
        .param("no2", values(hours, Pollutant.NO2))
        .param("co", values(hours, Pollutant.CO))
        .param("o3", values(hours, Pollutant.O3))
        .update();
  }

  private static @Nullable String[] values(List<HourlyPoint> hours, Pollutant pollutant) {
    @Nullable String[] values = new @Nullable String[hours.size()];
    for (int i = 0; i < values.length; i++) {
      BigDecimal value = hours.get(i).sample().value(pollutant);
      values[i] = value == null ? null : value.toPlainString();
    }
    return values;
  }

  @Override
  public List<HourlyPoint> between(String jurisdiction, Mode mode, Instant from, Instant to) {
    return sql.sql(
            """
            select extract(epoch from at)::bigint, pm2_5, pm10, so2, no2, co, o3 from observation
            where jurisdiction = ? and mode = ? and at between ? and ? order by at
            """)
        .params(jurisdiction, mode.name())
        .params(Timestamp.from(from), Timestamp.from(to))
        .query(JdbcObservations::hour)
        .list();
  }

  @Override
  public boolean anyBefore(String jurisdiction, Mode mode, Instant time) {
    return sql.sql(
            """
            select exists (
              select from observation where jurisdiction = ? and mode = ? and at < ?)
            """)
        .params(jurisdiction, mode.name())
        .param(Timestamp.from(time))
        .query(Boolean.class)
        .single();
  }

  @Override
  public @Nullable Series seriesBetween(String jurisdiction, Mode mode, Instant from, Instant to) {
    List<HourlyPoint> hours = between(jurisdiction, mode, from, to);
    return hours.isEmpty() ? null : Series.hourly(hours);
  }

  private static HourlyPoint hour(ResultSet rs, int n) throws SQLException {
    EnumMap<Pollutant, BigDecimal> values = new EnumMap<>(Pollutant.class);
    for (int p = 0; p < POLLUTANTS.length; p++) {
      BigDecimal value = rs.getBigDecimal(p + 2);
      if (value != null) {
        values.put(POLLUTANTS[p], value);
      }
    }
    return new HourlyPoint(Instant.ofEpochSecond(rs.getLong(1)), new Sample(values));
  }
}
