package lantian.warning.observation.persistence;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lantian.events.Mode;
import lantian.events.Pollutant;
import lantian.warning.aqi.Sample;
import lantian.warning.observation.Correction;
import lantian.warning.observation.RecordedHour;
import lantian.warning.observation.RecordedHours;
import lantian.warning.series.HourlyPoint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcRecordedHours implements RecordedHours {
  private static final TypeReference<Map<Pollutant, BigDecimal>> VALUES = new TypeReference<>() {};
  private static final String CORRECTIONS =
      " from observation_correction where jurisdiction = ? and mode = ? and at >= ? and at < ?";

  private final JdbcClient sql;
  private final JsonMapper json;

  JdbcRecordedHours(JdbcClient sql, JsonMapper json) {
    this.sql = sql;
    this.json = json;
  }

  @Override
  public List<RecordedHour> between(String jurisdiction, Mode mode, Instant from, Instant before) {
    return sql.sql(
            """
            select at, measured(o) as hour, source, recorded_by, recorded_at, version
            from observation o
            where jurisdiction = ? and mode = ? and at >= ? and at < ? order by at
            """)
        .params(jurisdiction, mode.name(), Timestamp.from(from), Timestamp.from(before))
        .query(
            (rs, n) ->
                new RecordedHour(
                    new HourlyPoint(instant(rs, "at"), sample(rs, "hour")),
                    rs.getString("source"),
                    rs.getString("recorded_by"),
                    instant(rs, "recorded_at"),
                    rs.getLong("version")))
        .list();
  }

  @Override
  public List<Correction> corrections(
      String jurisdiction, Mode mode, Instant from, Instant before, int page, int size) {
    return sql.sql(
            "select *"
                + CORRECTIONS
                + " order by corrected_at desc, at, version desc limit ? offset ?")
        .params(jurisdiction, mode.name(), Timestamp.from(from), Timestamp.from(before))
        .params(size, (long) page * size)
        .query(this::correction)
        .list();
  }

  @Override
  public long countCorrections(String jurisdiction, Mode mode, Instant from, Instant before) {
    return sql.sql("select count(*)" + CORRECTIONS)
        .params(jurisdiction, mode.name(), Timestamp.from(from), Timestamp.from(before))
        .query(Long.class)
        .single();
  }

  private Correction correction(ResultSet rs, int n) throws SQLException {
    return new Correction(
        instant(rs, "at"),
        sample(rs, "before"),
        sample(rs, "after"),
        rs.getString("source_before"),
        rs.getString("recorded_by_before"),
        instant(rs, "recorded_at_before"),
        rs.getString("source"),
        rs.getString("corrected_by"),
        instant(rs, "corrected_at"),
        rs.getLong("version"));
  }

  private Sample sample(ResultSet rs, String column) throws SQLException {
    Map<Pollutant, BigDecimal> values = json.readValue(rs.getString(column), VALUES);
    return new Sample(values.isEmpty() ? values : new EnumMap<>(values));
  }

  private static Instant instant(ResultSet rs, String column) throws SQLException {
    return rs.getTimestamp(column).toInstant();
  }
}
