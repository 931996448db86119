package lantian.warning.forecast.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantian.events.Cause;
import lantian.events.Mode;
import lantian.events.Pollutant;
import lantian.kit.crash.CrashPoint;
import lantian.warning.forecast.ForecastRun;
import lantian.warning.forecast.Forecasts;
import lantian.warning.series.Points;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcForecasts implements Forecasts {
  private static final TypeReference<List<StoredPoint>> POINTS = new TypeReference<>() {};

  private static final String OF_NO_ENDED_DRILL =
      " and (drill_id is null or drill_id in (select id from drill where ended_at is null))";

  private final JdbcClient sql;
  private final JsonMapper json;

  private final LastRead lastRead = new LastRead();

  JdbcForecasts(JdbcClient sql, JsonMapper json) {
    this.sql = sql;
    this.json = json;
  }

  @Override
  public String fingerprintOf(UUID id) {
    return sql.sql("select content_sha256 from forecast where id = ?")
        .param(id)
        .query(String.class)
        .single();
  }

  @Override
  public ForecastRun get(UUID id) {
    return find(id);
  }

  @Override
  public Optional<ForecastRun> latest(String jurisdiction, Mode mode, @Nullable String source) {
    return latest(jurisdiction, mode, source, null);
  }

  @Override
  public Optional<ForecastRun> latestReceivedBy(
      String jurisdiction, Mode mode, @Nullable String source, Instant then) {
    return latest(jurisdiction, mode, source, then);
  }

  private Optional<ForecastRun> latest(
      String jurisdiction, Mode mode, @Nullable String source, @Nullable Instant then) {
    StringBuilder text = new StringBuilder("select id, content_sha256 from forecast");
    List<Object> parameters = new ArrayList<>(List.of(jurisdiction, mode.name()));
    text.append(" where jurisdiction = ? and mode = ?").append(OF_NO_ENDED_DRILL);
    if (source != null) {
      text.append(" and source = ?");
      parameters.add(source);
    }
    if (then != null) {
      text.append(" and received_at <= ?");
      parameters.add(Timestamp.from(then));
    }
    return sql.sql(text.append(" order by issued_at desc, received_at desc limit 1").toString())
        .params(parameters)
        .query((rs, n) -> new LastRead.Key(rs.getObject(1, UUID.class), rs.getString(2)))
        .optional()
        .map(key -> lastRead.get(key, this::find));
  }

  @Override
  public List<ForecastRun> latestReceivedBy(
      String jurisdiction, Mode mode, Instant then, int most) {
    return sql
        .sql(
            """
            select id, content_sha256 from forecast
            where jurisdiction = ? and mode = ? and received_at <= ?
              and (drill_id is null or drill_id in (select id from drill where ended_at is null))
            order by issued_at desc, received_at desc limit ?
            """)
        .params(jurisdiction, mode.name())
        .param(Timestamp.from(then))
        .param(most)
        .query((rs, n) -> new LastRead.Key(rs.getObject(1, UUID.class), rs.getString(2)))
        .list()
        .stream()
        .map(key -> lastRead.get(key, this::find))
        .toList();
  }

  @Override
  public List<ForecastRun> issuedBetween(
      String jurisdiction, Mode mode, @Nullable String source, Instant from, Instant to) {
    return sql.sql(
            """
            select jurisdiction, mode, source, issued_at, cause_mark, policy, points, first_at,
              pm2_5, pm10, so2, no2, co, o3
            from forecast where jurisdiction = :jurisdiction and mode = :mode
              and issued_at >= :from and issued_at < :to
              and (:source::text is null or source = :source)
            order by issued_at, source
            """)
        .param("jurisdiction", jurisdiction)
        .param("mode", mode.name())
        .param("source", source)
        .param("from", Timestamp.from(from))
        .param("to", Timestamp.from(to))
        .query(this::run)
        .list();
  }

  @Override
  public Map<String, Instant> lastArrivals(Collection<String> jurisdictions, Mode mode) {
    Map<String, Instant> arrivals = new HashMap<>();
    sql.sql(
            """
            select j.code, f.received_at from unnest(?) j (code) cross join lateral (
              select received_at from forecast where jurisdiction = j.code and mode = ?
              order by received_at desc limit 1) f
            """)
        .param(jurisdictions.toArray(String[]::new))
        .param(mode.name())
        .query(
            rs -> {
              arrivals.put(rs.getString("code"), rs.getTimestamp("received_at").toInstant());
            });
    return arrivals;
  }

  @Override
  public Map<PlaceAndSource, Instant> lastIssued(List<PlaceAndSource> asked, Mode mode) {
    Map<PlaceAndSource, Instant> issued = new HashMap<>();
    sql.sql(
            """
            select a.place, a.source, f.issued_at from unnest(?, ?) a (place, source)
            cross join lateral (
              select issued_at from forecast where jurisdiction = a.place and mode = ?
                and (a.source is null or forecast.source = a.source)
              order by issued_at desc limit 1) f
            """)
        .param(asked.stream().map(PlaceAndSource::jurisdiction).toArray(String[]::new))
        .param(asked.stream().map(PlaceAndSource::source).toArray(String[]::new))
        .param(mode.name())
        .query(
            rs -> {
              issued.put(
                  new PlaceAndSource(rs.getString("place"), rs.getString("source")),
                  rs.getTimestamp("issued_at").toInstant());
            });
    return issued;
  }

  private ForecastRun find(UUID id) {
    return sql.sql(
            """
            select jurisdiction, mode, source, issued_at, cause_mark, policy, points, first_at,
              pm2_5, pm10, so2, no2, co, o3
            from forecast where id = ?
            """)
        .param(id)
        .query(this::run)
        .single();
  }

  @Override
  public boolean save(ForecastRun run, String receivedBy, Instant receivedAt) {
    CrashPoint.FORECAST_VALIDATED.reached();
    Cause mark = run.causeMark();
    Points points = run.points();
    String fingerprint = run.fingerprint();
    int stored =
        sql.sql(
                """
            insert into forecast (id, mode, jurisdiction, source, issued_at, resolution, cause_mark,
              policy, points, content_sha256, received_at, received_by, first_at, last_at,
              pm2_5, pm10, so2, no2, co, o3)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?::numeric[], ?::numeric[],
              ?::numeric[], ?::numeric[], ?::numeric[], ?::numeric[])
            on conflict do nothing
            """)
            .params(run.id(), run.mode().name(), run.jurisdiction(), run.source())
            .params(Timestamp.from(run.issuedAt()), run.resolution().name())
            .param(mark == null ? null : mark.name())
            .param(run.policy())
            .param(
                points instanceof Points.Daily days
                    ? json.writeValueAsString(StoredPoint.of(days))
                    : null)
            .params(fingerprint, Timestamp.from(receivedAt), receivedBy)
            .params(Timestamp.from(points.first()), Timestamp.from(points.last()))
            .param(StoredHours.array(points, Pollutant.PM2_5))
            .param(StoredHours.array(points, Pollutant.PM10))
            .param(StoredHours.array(points, Pollutant.SO2))
            .param(StoredHours.array(points, Pollutant.NO2))
            .param(StoredHours.array(points, Pollutant.CO))
            .param(StoredHours.array(points, Pollutant.O3))
            .update();
    if (stored == 0) {
      return false;
    }
    lastRead.put(new LastRead.Key(run.id(), fingerprint), run);
    CrashPoint.FORECAST_STORED.reached();
    return true;
  }

  private ForecastRun run(ResultSet rs, int n) throws SQLException {
    String mark = rs.getString("cause_mark");
    String points = rs.getString("points");
    return new ForecastRun(
        Mode.valueOf(rs.getString("mode")),
        rs.getString("jurisdiction"),
        rs.getString("source"),
        rs.getTimestamp("issued_at").toInstant(),
        mark == null ? null : Cause.valueOf(mark),
        rs.getString("policy"),
        points == null ? StoredHours.read(rs) : StoredPoint.read(json.readValue(points, POINTS)));
  }
}
