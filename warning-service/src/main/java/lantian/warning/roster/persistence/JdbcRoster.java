package lantian.warning.roster.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lantian.warning.roster.Roster;
import lantian.warning.roster.RosterEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRoster implements Roster {
  private static final String IN_FORCE =
      """
      confirmed_at is not null and ended_at is null
        and valid_from <= clock_timestamp() and (valid_to is null or valid_to > clock_timestamp())
      """;
  private static final String ENTRIES =
      "select e.*, %s in_force from roster_entry e ".formatted(IN_FORCE);

  private final JdbcClient sql;

  JdbcRoster(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<RosterEntry> list(boolean endedToo) {
    return sql.sql(
            ENTRIES
                + """
                where ? or (ended_at is null and (valid_to is null or valid_to > clock_timestamp()))
                order by jurisdiction, role, person, entered_at, id limit 2000
                """)
        .param(endedToo)
        .query((rs, _) -> entry(rs, List.of()))
        .list();
  }

  @Override
  public Optional<RosterEntry> find(UUID id) {
    List<RosterEntry.Step> history =
        sql.sql("select * from roster_step where entry_id = ? order by number")
            .param(id)
            .query(
                (rs, _) ->
                    new RosterEntry.Step(
                        rs.getString("step"),
                        rs.getString("person"),
                        rs.getTimestamp("at").toInstant(),
                        rs.getString("reason")))
            .list();
    return sql.sql(ENTRIES + "where id = ?")
        .param(id)
        .query((rs, _) -> entry(rs, history))
        .optional();
  }

  @Override
  public UUID add(Wanted wanted, String by) {
    return sql.sql(
            """
            insert into roster_entry (person, role, jurisdiction, deputy_for, valid_from, valid_to,
              entered_by)
            values (?, ?, ?, ?, coalesce(?, clock_timestamp()), ?, ?) returning id
            """)
        .params(wanted.person(), wanted.role(), wanted.jurisdiction())
        .param(wanted.deputyFor())
        .param(timestamp(wanted.validFrom()))
        .param(timestamp(wanted.validTo()))
        .param(by)
        .query(UUID.class)
        .single();
  }

  @Override
  public boolean confirm(UUID id, String by) {
    return sql.sql(
                """
                update roster_entry set confirmed_by = ?
                where id = ? and confirmed_by is null and ended_by is null
                """)
            .params(by, id)
            .update()
        == 1;
  }

  @Override
  public boolean end(UUID id, String by, @Nullable String why) {
    return sql.sql(
                """
                update roster_entry set ended_by = ?, ended_why = ?
                where id = ? and ended_by is null
                """)
            .param(by)
            .param(why)
            .param(id)
            .update()
        == 1;
  }

  @Override
  public boolean hasConfirmer(String jurisdiction, Set<String> butFor) {
    return sql.sql(
            """
            select exists (select from roster_entry where role = 'headquarters'
              and covers(jurisdiction, ?) and person <> all (?) and %s)
            """
                .formatted(IN_FORCE))
        .param(jurisdiction)
        .param(butFor.toArray(String[]::new))
        .query(Boolean.class)
        .single();
  }

  @Override
  public boolean stands(String person, Set<String> roles, String place) {
    return !sql.sql(
            """
            select id from roster_entry where person = ? and role = any (?)
              and covers(jurisdiction, ?) and %s for share
            """
                .formatted(IN_FORCE))
        .param(person)
        .param(roles.toArray(String[]::new))
        .param(place)
        .query(UUID.class)
        .list()
        .isEmpty();
  }

  @Override
  public void enterOnFirstUse(String person, String role, String place) {
    sql.sql(
            """
            insert into roster_entry (person, role, jurisdiction, way, entered_by, confirmed_by,
              confirmed_at)
            select ?, ?, ?, 'FIRST_USE', ?, ?, clock_timestamp()
            where (select roster_first_use from authority_rule) and not exists (
              select from roster_entry where person = ? and role = ? and covers(jurisdiction, ?))
            on conflict do nothing
            """)
        .params(person, role, place, person, person, person, role, place)
        .update();
  }

  @Override
  public boolean isHeldByTheDatabase() {
    return sql.sql(
            """
            select not (r.rolsuper or pg_has_role(current_user, c.relowner, 'MEMBER'))
            from pg_roles r, pg_class c
            where r.rolname = current_user and c.oid = 'warning_change'::regclass
            """)
        .query(Boolean.class)
        .single();
  }

  private static RosterEntry entry(ResultSet rs, List<RosterEntry.Step> history)
      throws SQLException {
    return new RosterEntry(
        rs.getObject("id", UUID.class),
        rs.getString("person"),
        rs.getString("role"),
        rs.getString("jurisdiction"),
        rs.getString("deputy_for"),
        rs.getTimestamp("valid_from").toInstant(),
        instant(rs, "valid_to"),
        rs.getString("way").equals("FIRST_USE"),
        new RosterEntry.Act(rs.getString("entered_by"), rs.getTimestamp("entered_at").toInstant()),
        act(rs, "confirmed"),
        act(rs, "ended"),
        rs.getBoolean("in_force"),
        history);
  }

  private static RosterEntry.@Nullable Act act(ResultSet rs, String name) throws SQLException {
    String by = rs.getString(name + "_by");
    Instant at = instant(rs, name + "_at");
    return by == null || at == null ? null : new RosterEntry.Act(by, at);
  }

  private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
    Timestamp at = rs.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }
}
