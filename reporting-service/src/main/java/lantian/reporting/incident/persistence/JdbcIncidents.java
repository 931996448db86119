package lantian.reporting.incident.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lantian.events.Mode;
import lantian.reporting.incident.Incident;
import lantian.reporting.incident.Incident.Bounds;
import lantian.reporting.incident.Incidents;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Incidents by one query over what the events told: everything is counted where it lies, and only
 * figures come out.
 */
@Repository
class JdbcIncidents implements Incidents {
  private final JdbcClient sql;

  JdbcIncidents(JdbcClient sql) {
    this.sql = sql;
  }

  private record Place(String jurisdiction, Mode mode) {}

  @Override
  public List<Incident> current(Instant now, Bounds bounds) {
    Map<Place, IncidentRows> found = new LinkedHashMap<>();
    sql.sql(IncidentSql.CURRENT)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("liftedWithin", seconds(bounds.liftedWithin()))
        .param("silentAfter", seconds(bounds.silentAfter()))
        .param("longest", bounds.longest())
        .query(
            row -> {
              found.computeIfAbsent(place(row), _ -> new IncidentRows()).add(row);
            });
    return found.entrySet().stream()
        .map(e -> e.getValue().incident(e.getKey().jurisdiction(), e.getKey().mode()))
        .toList();
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(row.getString("jurisdiction"), Mode.valueOf(row.getString("mode")));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
