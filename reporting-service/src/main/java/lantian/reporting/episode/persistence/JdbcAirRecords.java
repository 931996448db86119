package lantian.reporting.episode.persistence;

import static lantian.reporting.episode.persistence.Columns.constant;
import static lantian.reporting.episode.persistence.Columns.instant;
import static lantian.reporting.episode.persistence.Columns.integerOrNull;
import static lantian.reporting.episode.persistence.Columns.moment;
import static lantian.reporting.episode.persistence.Columns.uuid;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lantian.events.DayAqi;
import lantian.events.Mode;
import lantian.events.Pollutant;
import lantian.events.Resolution;
import lantian.reporting.episode.AirRecords;
import lantian.reporting.episode.ForecastRun;
import lantian.reporting.episode.MeasuredHour;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcAirRecords implements AirRecords {
  private static final TypeReference<List<DayAqi>> DAYS = new TypeReference<>() {};
  private static final TypeReference<Map<Pollutant, BigDecimal>> READINGS =
      new TypeReference<>() {};

  private final JdbcClient sql;
  private final NamedParameterJdbcTemplate batches;
  private final JsonMapper json = JsonMapper.builder().build();

  JdbcAirRecords(JdbcClient sql, NamedParameterJdbcTemplate batches) {
    this.sql = sql;
    this.batches = batches;
  }

  @Override
  public void keep(ForecastRun run) {
    sql.sql(
            """
            insert into forecast_run (forecast_id, event_id, mode, jurisdiction, source, issued_at,
              received_at, resolution, covers_from, covers_to, peak_aqi, days)
            values (:forecast, :event, :mode, :jurisdiction, :source, :issuedAt,
              :receivedAt, :resolution, :from, :to, :peakAqi, :days::jsonb)
            on conflict do nothing
            """)
        .param("forecast", run.forecastId())
        .param("event", run.eventId())
        .param("mode", run.mode().name())
        .param("jurisdiction", run.jurisdiction())
        .param("source", run.source())
        .param("issuedAt", moment(run.issuedAt()))
        .param("receivedAt", moment(run.receivedAt()))
        .param("resolution", run.resolution().name())
        .param("from", moment(run.from()))
        .param("to", moment(run.to()))
        .param("peakAqi", run.peakAqi())
        .param("days", json.writeValueAsString(run.days()))
        .update();
  }

  @Override
  public void keep(List<MeasuredHour> hours) {
    batches.batchUpdate(
        """
        insert into measured_hour (jurisdiction, mode, at, version, event_id, readings, aqi, rolling_aqi,
          primary_pollutants)
        values (:jurisdiction, :mode, :at, :version, :event, :readings::jsonb, :aqi, :rollingAqi,
          :primaryPollutants)
        on conflict (jurisdiction, mode, at) do update set
          version = excluded.version, event_id = excluded.event_id, readings = excluded.readings,
          aqi = excluded.aqi, rolling_aqi = excluded.rolling_aqi,
          primary_pollutants = excluded.primary_pollutants
        where measured_hour.version < excluded.version
        """,
        hours.stream().map(this::parameters).toArray(MapSqlParameterSource[]::new));
  }

  private MapSqlParameterSource parameters(MeasuredHour hour) {
    return new MapSqlParameterSource()
        .addValue("jurisdiction", hour.jurisdiction())
        .addValue("mode", hour.mode().name())
        .addValue("at", moment(hour.at()))
        .addValue("version", hour.version())
        .addValue("event", hour.eventId())
        .addValue("readings", json.writeValueAsString(hour.values()))
        .addValue("aqi", hour.aqi())
        .addValue("rollingAqi", hour.rollingAqi())
        .addValue(
            "primaryPollutants",
            hour.primaryPollutants().stream().map(Enum::name).toArray(String[]::new));
  }

  @Override
  public List<ForecastRun> runs(String jurisdiction, Mode mode, Instant from, Instant to) {
    return sql.sql(
            """
            select * from forecast_run
            where jurisdiction = :jurisdiction and mode = :mode and issued_at >= :from and issued_at < :to
            order by issued_at, forecast_id
            """)
        .param("jurisdiction", jurisdiction)
        .param("mode", mode.name())
        .param("from", moment(from))
        .param("to", moment(to))
        .query((row, _) -> run(row))
        .list();
  }

  private ForecastRun run(ResultSet row) throws SQLException {
    return new ForecastRun(
        uuid(row, "event_id"),
        constant(row, "mode", Mode.class),
        uuid(row, "forecast_id"),
        row.getString("jurisdiction"),
        row.getString("source"),
        instant(row, "issued_at"),
        instant(row, "received_at"),
        constant(row, "resolution", Resolution.class),
        instant(row, "covers_from"),
        instant(row, "covers_to"),
        integerOrNull(row, "peak_aqi"),
        json.readValue(row.getString("days"), DAYS));
  }

  @Override
  public List<MeasuredHour> hours(String jurisdiction, Mode mode, Instant from, Instant to) {
    return sql.sql(
            """
            select * from measured_hour
            where jurisdiction = :jurisdiction and mode = :mode and at >= :from and at < :to
            order by at
            """)
        .param("jurisdiction", jurisdiction)
        .param("mode", mode.name())
        .param("from", moment(from))
        .param("to", moment(to))
        .query((row, _) -> hour(row))
        .list();
  }

  private MeasuredHour hour(ResultSet row) throws SQLException {
    return new MeasuredHour(
        uuid(row, "event_id"),
        constant(row, "mode", Mode.class),
        row.getString("jurisdiction"),
        row.getLong("version"),
        instant(row, "at"),
        json.readValue(row.getString("readings"), READINGS),
        integerOrNull(row, "aqi"),
        integerOrNull(row, "rolling_aqi"),
        Columns.texts(row, "primary_pollutants").stream().map(Pollutant::valueOf).toList());
  }
}
