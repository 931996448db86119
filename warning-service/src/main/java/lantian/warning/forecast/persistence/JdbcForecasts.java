package lantian.warning.forecast.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import lantian.events.Cause;
import lantian.events.Mode;
import lantian.kit.crash.CrashPoint;
import lantian.warning.forecast.ForecastRun;
import lantian.warning.forecast.Forecasts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcForecasts implements Forecasts {
  private static final TypeReference<List<StoredPoint>> POINTS = new TypeReference<>() {};

  private final JdbcClient sql;
  private final JsonMapper json;

  /** The run last read for each place: it is asked for with every observation. */
  private final Map<String, Read> lastRead = new ConcurrentHashMap<>();

  /** Id and fingerprint together: a run that was rolled back may come again with other content. */
  private record Key(UUID id, String fingerprint) {}

  private record Read(Key key, ForecastRun run) {}

  JdbcForecasts(JdbcClient sql, JsonMapper json) {
    this.sql = sql;
    this.json = json;
  }

  @Override
  public Optional<String> fingerprintOf(UUID id) {
    return sql.sql("select content_sha256 from forecast where id = ?")
        .param(id)
        .query(String.class)
        .optional();
  }

  @Override
  public Optional<ForecastRun> latest(String jurisdiction, Mode mode) {
    return sql.sql(
            """
            select id, content_sha256 from forecast
            where jurisdiction = ? and mode = ? order by issued_at desc, received_at desc limit 1
            """)
        .params(jurisdiction, mode.name())
        .query((rs, n) -> new Key(rs.getObject(1, UUID.class), rs.getString(2)))
        .optional()
        .map(key -> read(jurisdiction + mode, key));
  }

  @Override
  public Optional<ForecastRun> latestReceivedBy(String jurisdiction, Mode mode, Instant then) {
    return sql.sql(
            """
            select id from forecast where jurisdiction = ? and mode = ? and received_at <= ?
            order by issued_at desc, received_at desc limit 1
            """)
        .params(jurisdiction, mode.name())
        .param(Timestamp.from(then))
        .query(UUID.class)
        .optional()
        .map(this::find);
  }

  @Override
  public List<ForecastRun> latestReceivedBy(
      String jurisdiction, Mode mode, Instant then, int most) {
    return sql.sql(
            """
            select jurisdiction, mode, source, issued_at, cause_mark, policy, points from forecast
            where jurisdiction = ? and mode = ? and received_at <= ?
            order by issued_at desc, received_at desc limit ?
            """)
        .params(jurisdiction, mode.name())
        .param(Timestamp.from(then))
        .param(most)
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

  private ForecastRun read(String place, Key key) {
    Read read = lastRead.get(place);
    if (read == null || !read.key().equals(key)) {
      read = new Read(key, find(key.id()));
      lastRead.put(place, read);
    }
    return read.run();
  }

  private ForecastRun find(UUID id) {
    return sql.sql(
            """
            select jurisdiction, mode, source, issued_at, cause_mark, policy, points from forecast
            where id = ?
            """)
        .param(id)
        .query(this::run)
        .single();
  }

  @Override
  public void save(ForecastRun run, String receivedBy, Instant receivedAt) {
    CrashPoint.FORECAST_VALIDATED.reached();
    Cause mark = run.causeMark();
    sql.sql(
            """
            insert into forecast (id, mode, jurisdiction, source, issued_at, resolution, cause_mark,
              policy, points, content_sha256, received_at, received_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
            """)
        .params(run.id(), run.mode().name(), run.jurisdiction(), run.source())
        .params(Timestamp.from(run.issuedAt()), run.resolution().name())
        .param(mark == null ? null : mark.name())
        .param(run.policy())
        .params(json.writeValueAsString(StoredPoint.of(run.points())), run.fingerprint())
        .params(Timestamp.from(receivedAt), receivedBy)
        .update();
    CrashPoint.FORECAST_STORED.reached();
  }

  private ForecastRun run(ResultSet rs, int n) throws SQLException {
    String mark = rs.getString("cause_mark");
    return new ForecastRun(
        Mode.valueOf(rs.getString("mode")),
        rs.getString("jurisdiction"),
        rs.getString("source"),
        rs.getTimestamp("issued_at").toInstant(),
        mark == null ? null : Cause.valueOf(mark),
        rs.getString("policy"),
        StoredPoint.read(json.readValue(rs.getString("points"), POINTS)));
  }
}
