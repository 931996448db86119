package lantian.reporting.episode.persistence;

import static lantian.reporting.episode.persistence.Columns.moment;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lantian.events.Text;
import lantian.reporting.episode.AskedUnit;
import lantian.reporting.episode.AskedUnits;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAskedUnits implements AskedUnits {
  private final JdbcClient sql;

  JdbcAskedUnits(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public void keep(AskedUnit asked) {
    sql.sql(
            """
            insert into asked_unit (warning_id, unit, event_id, revision, unit_name, unit_name_en, asked_at,
              remaining, kept_at)
            values (:warning, :unit, :event, :revision, :unitName, :unitNameEn, :at,
              :remaining, (select received_at from inbox where event_id = :event))
            on conflict (warning_id, unit) do update set
              event_id = excluded.event_id, revision = excluded.revision, unit_name = excluded.unit_name,
              unit_name_en = excluded.unit_name_en, asked_at = excluded.asked_at,
              remaining = excluded.remaining, kept_at = excluded.kept_at
            where asked_unit.revision < excluded.revision
            """)
        .param("warning", asked.warningId())
        .param("unit", asked.unit())
        .param("event", asked.eventId())
        .param("revision", asked.revision())
        .param("unitName", asked.unitName())
        .param("unitNameEn", asked.unitNameEn())
        .param("at", moment(asked.at()))
        .param("remaining", asked.remaining())
        .update();
  }

  @Override
  public Map<String, Text> names(UUID warning, Collection<String> units) {
    Map<String, Text> names = new HashMap<>();
    sql.sql(
            """
            select unit, unit_name, unit_name_en from asked_unit
            where warning_id = :warning and unit = any(:units)
            """)
        .param("warning", warning)
        .param("units", units.toArray(String[]::new))
        .query(
            row -> {
              names.put(
                  row.getString("unit"),
                  new Text(row.getString("unit_name"), row.getString("unit_name_en")));
            });
    return names;
  }
}
