package lantian.notification.delivery.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lantian.events.Channel;
import lantian.notification.contact.Contact;
import lantian.notification.contact.ContactChanges;
import lantian.notification.contact.ContactId;
import lantian.notification.delivery.Delivery;
import lantian.notification.delivery.DeliveryId;
import lantian.notification.delivery.DueDeliveries;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sender's queue, which is the table {@code delivery} itself. */
@Component
final class JdbcDueDeliveries implements DueDeliveries, ContactChanges {
  private final JdbcClient sql;

  JdbcDueDeliveries(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<Held> hold(Wanted wanted) {
    var origins = wanted.room().keySet().toArray(String[]::new);
    var rooms = Arrays.stream(origins).map(wanted.room()::get).toArray(Integer[]::new);
    // The origins with something waiting, one index probe each; then the longest due of each, as
    // many as it has room for. Evaluated only as far as the limit asks.
    return sql.sql(
            """
            with recursive waiting (origin) as (
              (select d.origin from delivery d
               where d.state in ('PENDING', 'TEMP_FAIL', 'UNKNOWN') and d.channel = :channel and d.origin > :after
               order by d.origin limit 1)
              union all
              select (select d.origin from delivery d
                      where d.state in ('PENDING', 'TEMP_FAIL', 'UNKNOWN') and d.channel = :channel
                        and d.origin > w.origin
                      order by d.origin limit 1)
              from waiting w where w.origin is not null
            )
            select p.id, w.origin, p.contact_id from waiting w cross join lateral (
              select d.id, d.contact_id from delivery d
              where d.channel = :channel and d.origin = w.origin
                and d.state in ('PENDING', 'TEMP_FAIL', 'UNKNOWN') and d.due_at <= clock_timestamp()
                and not exists (select 1 from delivery o
                  where o.warning_id = d.warning_id and o.unit = d.unit and o.contact_id = d.contact_id
                    and (o.revision < d.revision or (o.revision = d.revision
                      and o.purpose = 'STAND_DOWN' and d.purpose = 'LEVEL_CHANGE'))
                    and o.state in ('CLAIMED', 'CALLING'))
              order by d.due_at
              limit greatest(0,
                coalesce((select least(:perOrigin, r.room)
                  from unnest(cast(:origins as text[]), cast(:rooms as integer[])) r (origin, room)
                  where r.origin = w.origin), :perOrigin)
                - (select count(*) from delivery f
                  where f.origin = w.origin and f.state in ('CLAIMED', 'CALLING')))
              for update skip locked
            ) p
            where w.origin is not null
            limit :limit
            """)
        .param("channel", wanted.channel().name())
        .param("after", wanted.afterOrigin())
        .param("perOrigin", wanted.perOrigin())
        .param("origins", origins)
        .param("rooms", rooms)
        .param("limit", wanted.limit())
        .query(
            (rs, _) ->
                new Held(
                    new DeliveryId(rs.getObject("id", UUID.class)),
                    rs.getString("origin"),
                    rs.getObject("contact_id", UUID.class)))
        .list();
  }

  @Override
  public List<Claim> claim(UUID token, Collection<DeliveryId> held, Duration lease) {
    return sql.sql(
            """
            update delivery
            set state = 'CLAIMED', token = :token, version = version + 1, due_at = null,
                deadline = clock_timestamp() + make_interval(secs => :lease)
            where id = any(:ids) and state in ('PENDING', 'TEMP_FAIL', 'UNKNOWN')
            returning id, token, origin, contact_id
            """)
        .param("ids", held.stream().map(DeliveryId::value).toArray(UUID[]::new))
        .param("token", token)
        .param("lease", JdbcDeliveries.seconds(lease))
        .query(JdbcDueDeliveries::claimed)
        .list();
  }

  @Override
  public List<Claim> claimOutOfTime(
      UUID token, Channel channel, Collection<String> origins, Duration lease) {
    return sql.sql(
            """
            update delivery d
            set state = 'CLAIMED', token = :token, version = d.version + 1, due_at = null,
                deadline = clock_timestamp() + make_interval(secs => :lease)
            where d.id in (
              select o.id from delivery o
              where o.channel = :channel and o.origin = any(:origins)
                and o.state in ('PENDING', 'TEMP_FAIL', 'UNKNOWN') and o.give_up_at <= clock_timestamp()
              limit 500 for update skip locked)
            returning d.id, d.token, d.origin, d.contact_id
            """)
        .param("token", token)
        .param("lease", JdbcDeliveries.seconds(lease))
        .param("channel", channel.name())
        .param("origins", origins.toArray(String[]::new))
        .query(JdbcDueDeliveries::claimed)
        .list();
  }

  @Override
  public List<Call> begin(UUID token, Collection<DeliveryId> held, Duration deadline) {
    var ids = held.stream().map(DeliveryId::value).toArray(UUID[]::new);
    return sql.sql(
            """
            with begun as (
              update delivery
              set state = 'CALLING', token = :token, attempts = attempts + 1, version = version + 1,
                  due_at = null, deadline = clock_timestamp() + make_interval(secs => :deadline)
              where id = any(:ids) and state in ('PENDING', 'TEMP_FAIL', 'UNKNOWN')
              returning *
            ), noted as (
              insert into delivery_attempt (delivery_id, number, repeat, started_at)
              select id, attempts, repeat, clock_timestamp() from begun
            )
            select begun.*, clock_timestamp() as called_at from begun
            """)
        .param("ids", ids)
        .param("token", token)
        .param("deadline", JdbcDeliveries.seconds(deadline))
        .query(JdbcDueDeliveries::called)
        .list();
  }

  @Override
  public Optional<Open> open(DeliveryId id, UUID token) {
    return sql.sql(
            """
            select *, give_up_at <= clock_timestamp() as out_of_time
            from delivery where id = ? and token = ? for update
            """)
        .params(id.value(), token)
        .query(
            (rs, n) ->
                new Open(
                    DeliveryRows.delivery(rs, n),
                    rs.getBoolean("out_of_time"),
                    rs.getBoolean("overtaken")))
        .optional();
  }

  @Override
  public Map<DeliveryId, Open> open(Collection<Ended> ended) {
    var begun = new HashMap<UUID, Delivery>();
    ended.forEach(end -> begun.put(end.delivery().id().value(), end.delivery()));
    var open = new HashMap<DeliveryId, Open>();
    // In the order of their ids, as everybody who holds several; the content stays where it is.
    sql.sql(
            """
            select d.id, d.version, d.state, d.reason, d.detail, d.attempts, d.repeat, d.sent_at,
              d.acknowledged_at, d.acknowledged_by, d.acknowledged_way, d.failed_at, d.overtaken,
              d.give_up_at <= clock_timestamp() as out_of_time
            from delivery d join unnest(?, ?) as ended (id, token) on d.id = ended.id and d.token = ended.token
            order by d.id for update of d
            """)
        .param(ended.stream().map(end -> end.delivery().id().value()).toArray(UUID[]::new))
        .param(ended.stream().map(Ended::token).toArray(UUID[]::new))
        .query(
            rs -> {
              var known = Objects.requireNonNull(begun.get(rs.getObject("id", UUID.class)));
              open.put(
                  known.id(),
                  new Open(
                      known.asOf(rs.getLong("version"), DeliveryRows.progress(rs)),
                      rs.getBoolean("out_of_time"),
                      rs.getBoolean("overtaken")));
            });
    return open;
  }

  @Override
  public void conclude(Collection<Conclusion> conclusions) {
    var rows = new ConclusionColumns(conclusions);
    sql.sql(ConclusionColumns.OF_ATTEMPTS).params(rows.ofAttempts()).update();
    sql.sql(ConclusionColumns.OF_DELIVERIES).params(rows.ofDeliveries()).update();
  }

  @Override
  public void end(Delivery delivery) {
    var progress = delivery.progress();
    var reason = progress.reason();
    sql.sql(
            """
            update delivery
            set state = ?, reason = ?, detail = ?, version = ?, failed_at = ?,
                token = null, deadline = null, due_at = null
            where id = ?
            """)
        .param(progress.state().name())
        .param(reason == null ? null : reason.name())
        .param(progress.detail())
        .param(delivery.version())
        .param(JdbcDeliveries.timestamp(progress.failedAt()))
        .param(delivery.id().value())
        .update();
  }

  @Override
  public int releaseExpiredClaims() {
    return sql.sql(
            """
            update delivery set state = 'PENDING', token = null, deadline = null, version = version + 1,
              due_at = case when content ->> 'kind' = 'CANCEL' then timestamptz 'epoch' else clock_timestamp() end
            where id in (select id from delivery where state = 'CLAIMED' and deadline < clock_timestamp()
              for update skip locked)
            """)
        .update();
  }

  @Override
  public List<Call> expiredCalls() {
    return sql.sql(
            """
            select *, clock_timestamp() as called_at from delivery
            where state = 'CALLING' and deadline < clock_timestamp()
            """)
        .query(JdbcDueDeliveries::called)
        .list();
  }

  @Override
  public void changed(Contact contact) {
    sql.sql(
            """
            update delivery set origin = ?, due_at = case when state = 'UNKNOWN' then due_at else clock_timestamp() end
            where contact_id = ? and state in ('PENDING', 'TEMP_FAIL', 'UNKNOWN')
            """)
        .params(contact.origin(), contact.id().value())
        .update();
  }

  @Override
  public void removed(ContactId id) {
    sql.sql(
            """
            update delivery set due_at = clock_timestamp()
            where contact_id = ? and state in ('PENDING', 'TEMP_FAIL', 'UNKNOWN')
            """)
        .param(id.value())
        .update();
  }

  private static Claim claimed(ResultSet rs, int n) throws SQLException {
    return new Claim(
        new DeliveryId(rs.getObject("id", UUID.class)),
        rs.getObject("token", UUID.class),
        rs.getString("origin"),
        rs.getObject("contact_id", UUID.class));
  }

  private static Call called(ResultSet rs, int n) throws SQLException {
    return new Call(
        DeliveryRows.delivery(rs, n),
        rs.getObject("token", UUID.class),
        rs.getTimestamp("called_at").toInstant(),
        rs.getString("traceparent"));
  }
}
