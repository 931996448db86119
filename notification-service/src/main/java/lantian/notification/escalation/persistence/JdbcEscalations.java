package lantian.notification.escalation.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import lantian.events.DeliveryPurpose;
import lantian.events.Mode;
import lantian.kit.crash.CrashPoint;
import lantian.notification.contact.Rank;
import lantian.notification.escalation.Escalation;
import lantian.notification.escalation.Escalation.Message;
import lantian.notification.escalation.Escalation.State;
import lantian.notification.escalation.Escalations;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Escalations in the table {@code escalation}. */
@Component
final class JdbcEscalations implements Escalations {
  private static final int MOST_AT_ONCE = 500;

  private final JdbcClient sql;

  JdbcEscalations(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public void add(Escalation escalation) {
    var next = escalation.next();
    sql.sql(
            """
            insert into escalation (warning_id, unit, revision, purpose, mode, jurisdiction, policy, created_at,
              told, next, due_at, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """)
        .params(key(escalation.message()))
        .params(escalation.mode().name(), escalation.jurisdiction(), escalation.policy())
        .params(Timestamp.from(escalation.createdAt()), escalation.told().name())
        .param(next == null ? null : next.name())
        .param(timestamp(escalation.dueAt()))
        .param(escalation.state().name())
        .update();
  }

  @Override
  public List<Message> due(Instant now) {
    // By time, or since all deliveries to those told last have failed for good.
    return sql.sql(
            """
            select warning_id, unit, revision, purpose, due_at from escalation
            where state = 'WAITING' and due_at <= :now
            union
            select e.warning_id, e.unit, e.revision, e.purpose, e.due_at
            from delivery d join escalation e using (warning_id, unit, revision, purpose)
            where d.state = 'PERM_FAIL' and e.state = 'WAITING' and e.told = d.rank
              and not exists (select 1 from delivery o
                where (o.warning_id, o.unit, o.revision, o.purpose)
                    = (e.warning_id, e.unit, e.revision, e.purpose)
                  and o.rank = e.told and o.state <> 'PERM_FAIL')
            order by due_at nulls first
            limit :most
            """)
        .param("now", Timestamp.from(now))
        .param("most", MOST_AT_ONCE)
        .query(JdbcEscalations::message)
        .list();
  }

  @Override
  public Optional<String> traceOf(Message message) {
    return sql.sql(
            """
            select traceparent from delivery
            where (warning_id, unit, revision, purpose) = (?, ?, ?, ?) and traceparent is not null
            order by created_at limit 1
            """)
        .params(key(message))
        .query(String.class)
        .optional();
  }

  @Override
  public Optional<Escalation> take(Message message) {
    return sql.sql(
            """
            select * from escalation
            where (warning_id, unit, revision, purpose) = (?, ?, ?, ?) and state = 'WAITING'
            for update skip locked
            """)
        .params(key(message))
        .query(JdbcEscalations::escalation)
        .optional();
  }

  @Override
  public void save(Escalation escalation) {
    var next = escalation.next();
    sql.sql(
            """
            update escalation set told = ?, next = ?, due_at = ?, state = ?, ended_at = ?
            where (warning_id, unit, revision, purpose) = (?, ?, ?, ?)
            """)
        .param(escalation.told().name())
        .param(next == null ? null : next.name())
        .param(timestamp(escalation.dueAt()))
        .param(escalation.state().name())
        .param(timestamp(escalation.endedAt()))
        .params(key(escalation.message()))
        .update();
    CrashPoint.ESCALATION_STORED.reached();
  }

  @Override
  public void endAnswered(Message message, Instant at) {
    sql.sql(
            """
            update escalation set state = 'ANSWERED', ended_at = ?, due_at = null
            where (warning_id, unit, revision, purpose) = (?, ?, ?, ?) and state in ('WAITING', 'NOBODY_LEFT')
            """)
        .param(Timestamp.from(at))
        .params(key(message))
        .update();
  }

  @Override
  public int endOvertaken(Message by, Instant at) {
    return sql.sql(
            """
            update escalation set state = 'SUPERSEDED', ended_at = :at, due_at = null
            where warning_id = :warningId and unit = :unit and state = 'WAITING'
              and (revision < :revision
                or (revision = :revision and purpose = 'STAND_DOWN' and :purpose = 'LEVEL_CHANGE'))
            """)
        .param("at", Timestamp.from(at))
        .param("warningId", by.warningId())
        .param("unit", by.unit())
        .param("revision", by.revision())
        .param("purpose", by.purpose().name())
        .update();
  }

  @Override
  public Standing standing(Instant since) {
    var waiting = new EnumMap<Rank, Long>(Rank.class);
    var nobodyLeft = new AtomicLong();
    var oldestTaken = new AtomicReference<@Nullable Instant>();
    sql.sql(
            """
            select e.told, e.state, count(*) as messages,
              min(e.created_at) filter (where e.state = 'WAITING' and exists (
                select 1 from delivery d
                where d.warning_id = e.warning_id and d.unit = e.unit and d.revision = e.revision
                  and d.purpose = e.purpose and d.state = 'ACCEPTED')) as oldest_taken
            from escalation e
            where e.state = 'WAITING'
              or e.state = 'NOBODY_LEFT' and e.created_at >= :since and not exists (
                select 1 from escalation n
                where n.warning_id = e.warning_id and n.unit = e.unit and n.revision > e.revision)
            group by e.told, e.state
            """)
        .param("since", Timestamp.from(since))
        .query(
            rs -> {
              long messages = rs.getLong("messages");
              if (State.valueOf(rs.getString("state")) == State.NOBODY_LEFT) {
                nobodyLeft.addAndGet(messages);
                return;
              }
              waiting.put(Rank.valueOf(rs.getString("told")), messages);
              var taken = instant(rs, "oldest_taken");
              oldestTaken.accumulateAndGet(taken, JdbcEscalations::earlier);
            });
    return new Standing(waiting, nobodyLeft.get(), oldestTaken.get());
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  private static Object[] key(Message message) {
    return new Object[] {
      message.warningId(), message.unit(), message.revision(), message.purpose().name()
    };
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }

  private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
    var at = rs.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  private static Message message(ResultSet rs, int n) throws SQLException {
    return new Message(
        rs.getObject("warning_id", UUID.class),
        rs.getString("unit"),
        rs.getLong("revision"),
        DeliveryPurpose.valueOf(rs.getString("purpose")));
  }

  private static Escalation escalation(ResultSet rs, int n) throws SQLException {
    var next = rs.getString("next");
    return new Escalation(
        message(rs, n),
        Mode.valueOf(rs.getString("mode")),
        rs.getString("jurisdiction"),
        rs.getString("policy"),
        rs.getTimestamp("created_at").toInstant(),
        Rank.valueOf(rs.getString("told")),
        next == null ? null : Rank.valueOf(next),
        instant(rs, "due_at"),
        State.valueOf(rs.getString("state")),
        instant(rs, "ended_at"));
  }
}
