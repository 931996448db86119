package lantian.warning.drill.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantian.warning.drill.AnnouncedDrill;
import lantian.warning.drill.Drill;
import lantian.warning.drill.Drills;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDrills implements Drills {
  private final JdbcClient sql;

  JdbcDrills(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Drill> find(UUID id) {
    return sql.sql("select * from drill where id = ?")
        .param(id)
        .query(JdbcDrills::drill)
        .optional();
  }

  @Override
  public Optional<Drill> openIn(String jurisdiction) {
    return sql.sql("select * from drill where jurisdiction = ? and ended_at is null")
        .param(jurisdiction)
        .query(JdbcDrills::drill)
        .optional();
  }

  @Override
  public List<Drill> list(Collection<String> jurisdictions, @Nullable Boolean open) {
    return sql.sql(
            """
            select * from drill
            where jurisdiction = any(?) and (?::boolean is null or (ended_at is null) = ?)
            order by opened_at desc, id limit 500
            """)
        .param(jurisdictions.toArray(String[]::new))
        .param(open)
        .param(open)
        .query(JdbcDrills::drill)
        .list();
  }

  @Override
  public long countIn(String jurisdiction) {
    return sql.sql("select count(*) from drill where jurisdiction = ?")
        .param(jurisdiction)
        .query(Long.class)
        .single();
  }

  @Override
  public void open(Drill drill) {
    // Measured hours are kept as they stand, and were told as events; those of the drill before are
    // of no use now.
    sql.sql("delete from observation where jurisdiction = ? and mode = 'DRILL'")
        .param(drill.jurisdiction())
        .update();
    var announced = drill.announced();
    sql.sql(
            """
            insert into drill (id, jurisdiction, number, name, scenario, begins_at, ends_at,
              announced_by, announced_to, opened_by, opened_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(drill.id(), drill.jurisdiction(), drill.number())
        .params(announced.name(), announced.scenario())
        .params(Timestamp.from(announced.begins()), Timestamp.from(announced.ends()))
        .params(announced.announcedBy(), announced.announcedTo(), drill.openedBy())
        .param(Timestamp.from(drill.openedAt()))
        .update();
  }

  @Override
  public void end(Drill ended) {
    var end = ended.end();
    if (end == null) {
      throw new IllegalArgumentException("the drill has not ended");
    }
    sql.sql("update drill set ended_by = ?, ended_at = ? where id = ?")
        .params(end.by(), Timestamp.from(end.at()), ended.id())
        .update();
  }

  private static Drill drill(ResultSet rs, int row) throws SQLException {
    var endedBy = rs.getString("ended_by");
    return new Drill(
        rs.getLong("number"),
        new AnnouncedDrill(
            rs.getString("jurisdiction"),
            rs.getString("name"),
            rs.getString("scenario"),
            rs.getTimestamp("begins_at").toInstant(),
            rs.getTimestamp("ends_at").toInstant(),
            rs.getString("announced_by"),
            rs.getString("announced_to")),
        rs.getString("opened_by"),
        rs.getTimestamp("opened_at").toInstant(),
        endedBy == null ? null : new Drill.End(endedBy, rs.getTimestamp("ended_at").toInstant()));
  }
}
