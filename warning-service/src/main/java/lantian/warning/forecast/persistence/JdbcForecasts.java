package lantian.warning.forecast.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantian.events.Cause;
import lantian.events.Mode;
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
            select jurisdiction, mode, source, issued_at, cause_mark, policy, points from forecast
            where jurisdiction = ? and mode = ? order by issued_at desc, received_at desc limit 1
            """)
        .params(jurisdiction, mode.name())
        .query(this::run)
        .optional();
  }

  @Override
  public void save(ForecastRun run, String receivedBy, Instant receivedAt) {
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
