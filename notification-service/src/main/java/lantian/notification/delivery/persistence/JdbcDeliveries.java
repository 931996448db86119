package lantian.notification.delivery.persistence;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantian.events.Channel;
import lantian.events.DeliveryPurpose;
import lantian.events.Mode;
import lantian.kit.crash.CrashPoint;
import lantian.kit.observability.Traces;
import lantian.notification.contact.ContactId;
import lantian.notification.delivery.Deliveries;
import lantian.notification.delivery.Delivery;
import lantian.notification.delivery.DeliveryId;
import lantian.notification.delivery.DeliveryState;
import lantian.notification.delivery.SendingSignal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Deliveries in the tables {@code delivery} and {@code delivery_attempt}. */
@Component
final class JdbcDeliveries implements Deliveries {
  private final JdbcClient sql;
  private final SendingSignal signal;
  private final Traces traces;

  JdbcDeliveries(JdbcClient sql, SendingSignal signal, Traces traces) {
    this.sql = sql;
    this.signal = signal;
    this.traces = traces;
  }

  @Override
  public boolean add(Delivery delivery, Duration giveUpAfter) {
    var addressee = delivery.addressee();
    var first = delivery.escalationOf();
    var progress = delivery.progress();
    int added =
        sql.sql(
                """
                insert into delivery
                  (id, mode, warning_id, revision, jurisdiction, unit, contact_id, contact_name, channel, origin,
                   rank, escalation_of, purpose, content, state, reason, detail, version, created_at, failed_at, due_at, give_up_at,
                   traceparent)
                values
                  (:id, :mode, :warningId, :revision, :jurisdiction, :unit, :contact, :name, :channel, :origin,
                   :rank, :escalationOf, :purpose, :content::json, :state, :reason, :detail, :version, :createdAt, :failedAt,
                   case when :state = 'PENDING' then
                     case when :correction then timestamptz 'epoch' else clock_timestamp() end end,
                   clock_timestamp() + make_interval(secs => :giveUpAfter),
                   coalesce((select traceparent from delivery where id = :escalationOf), :traceparent))
                on conflict do nothing
                """)
            .param("id", delivery.id().value())
            .param("mode", delivery.mode().name())
            .param("warningId", delivery.warningId())
            .param("revision", delivery.revision())
            .param("jurisdiction", delivery.jurisdiction())
            .param("unit", delivery.unit())
            .param("contact", addressee == null ? null : addressee.contact().value())
            .param("name", addressee == null ? null : addressee.name())
            .param("channel", addressee == null ? null : addressee.channel().name())
            .param("origin", addressee == null ? null : addressee.origin())
            .param("rank", delivery.rank().name())
            .param("escalationOf", first == null ? null : first.value())
            .param("purpose", delivery.purpose().name())
            .param("content", ContentJson.write(delivery.content()))
            .param("state", progress.state().name())
            .param("reason", progress.reason() == null ? null : progress.reason().name())
            .param("detail", progress.detail())
            .param("version", delivery.version())
            .param("createdAt", Timestamp.from(delivery.createdAt()))
            .param("failedAt", timestamp(progress.failedAt()))
            // A correction is due before everything else that waits there.
            .param("correction", delivery.content().correctsFalseAlarm())
            .param("giveUpAfter", seconds(giveUpAfter))
            .param("traceparent", traces.current())
            .update();
    if (progress.state() == DeliveryState.PENDING) {
      wakeTheSenderAfterCommit();
    }
    return added == 1;
  }

  private void wakeTheSenderAfterCommit() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            signal.raise();
          }
        });
  }

  @Override
  public void supersede(UUID warningId, String unit, long revision, DeliveryPurpose by) {
    // One whose call goes on keeps its state and is told; whichever of this and the end of the call
    // comes first, the other waits for the row and sees it as it is then.
    sql.sql(
            """
            update delivery
            set overtaken = true, version = version + 1,
                state = case when state = 'CALLING' then state else 'SUPERSEDED' end,
                token = case when state = 'CALLING' then token end,
                deadline = case when state = 'CALLING' then deadline end,
                due_at = null
            where warning_id = ? and unit = ?
              and (revision < ? or (revision = ? and purpose = 'STAND_DOWN' and ? = 'LEVEL_CHANGE'))
              and state in ('PENDING', 'CLAIMED', 'CALLING', 'TEMP_FAIL', 'UNKNOWN')
            """)
        .params(warningId, unit, revision, revision, by.name())
        .update();
  }

  @Override
  public List<Delivery> ofMessage(
      UUID warningId, String unit, long revision, DeliveryPurpose purpose) {
    return sql.sql(
            """
            select * from delivery where warning_id = ? and unit = ? and revision = ? and purpose = ?
            order by escalation_of is not null, array_position(array['LIAISON', 'DEPUTY', 'DUTY_DESK'], rank), id
            """)
        .params(warningId, unit, revision, purpose.name())
        .query(DeliveryRows::delivery)
        .list();
  }

  @Override
  public List<ContactId> toldInsteadBefore(UUID warningId, String unit, long revision) {
    return sql.sql(
            """
            select distinct contact_id from delivery
            where warning_id = ? and unit = ? and revision < ? and rank <> 'LIAISON' and attempts > 0
            order by contact_id
            """)
        .params(warningId, unit, revision)
        .query((rs, _) -> new ContactId(rs.getObject("contact_id", UUID.class)))
        .list();
  }

  @Override
  public void supersedeEscalations(Delivery answered) {
    // One that is being answered itself is held by that answer, and needs nothing from here.
    sql.sql(
            """
            update delivery
            set overtaken = true, version = version + 1,
                state = case when state = 'CALLING' then state else 'SUPERSEDED' end,
                token = case when state = 'CALLING' then token end,
                deadline = case when state = 'CALLING' then deadline end,
                due_at = null
            where id in (select id from delivery
              where warning_id = ? and unit = ? and revision = ? and purpose = ? and id <> ?
                and escalation_of is not null
                and state in ('PENDING', 'CLAIMED', 'CALLING', 'TEMP_FAIL', 'UNKNOWN')
              for update skip locked)
            """)
        .params(answered.warningId(), answered.unit(), answered.revision())
        .params(answered.purpose().name(), answered.id().value())
        .update();
  }

  @Override
  public boolean hasNewer(UUID warningId, String unit, long revision) {
    return sql.sql(
            "select exists (select 1 from delivery where warning_id = ? and unit = ? and revision > ?)")
        .params(warningId, unit, revision)
        .query(Boolean.class)
        .single();
  }

  @Override
  public Optional<Mode> modeOf(UUID warningId) {
    return sql.sql("select mode from delivery where warning_id = ? limit 1")
        .param(warningId)
        .query((rs, _) -> Mode.valueOf(rs.getString(1)))
        .optional();
  }

  @Override
  public boolean hasLevelChange(UUID warningId, String unit, long revision) {
    return sql.sql(
            """
            select exists (select 1 from delivery
              where warning_id = ? and unit = ? and revision = ? and purpose = 'LEVEL_CHANGE')
            """)
        .params(warningId, unit, revision)
        .query(Boolean.class)
        .single();
  }

  @Override
  public Optional<Delivery> find(DeliveryId id) {
    return sql.sql("select * from delivery where id = ?")
        .param(id.value())
        .query(DeliveryRows::delivery)
        .optional();
  }

  @Override
  public Optional<Delivery> findForChange(DeliveryId id) {
    return sql.sql("select * from delivery where id = ? for update")
        .param(id.value())
        .query(DeliveryRows::delivery)
        .optional();
  }

  @Override
  public void acknowledge(Delivery delivery) {
    var progress = delivery.progress();
    var way = progress.acknowledgedWay();
    sql.sql(
            """
            update delivery
            set state = 'ACKED', version = :version, reason = null, due_at = null, sent_at = :sentAt,
                acknowledged_at = :acknowledgedAt, acknowledged_by = :acknowledgedBy,
                acknowledged_way = :acknowledgedWay,
                token = case when state = 'CALLING' then token end
            where id = :id
            """)
        .param("version", delivery.version())
        .param("sentAt", timestamp(progress.sentAt()))
        .param("acknowledgedAt", timestamp(progress.acknowledgedAt()))
        .param("acknowledgedBy", progress.acknowledgedBy())
        .param("acknowledgedWay", way == null ? null : way.name())
        .param("id", delivery.id().value())
        .update();
    CrashPoint.ACKNOWLEDGEMENT_STORED.reached();
  }

  @Override
  public List<Attempt> attemptsOf(DeliveryId id) {
    return sql.sql("select * from delivery_attempt where delivery_id = ? order by number")
        .param(id.value())
        .query(
            (rs, _) ->
                new Attempt(
                    rs.getInt("number"),
                    rs.getBoolean("repeat"),
                    rs.getTimestamp("started_at").toInstant(),
                    DeliveryRows.instant(rs, "ended_at"),
                    rs.getString("outcome"),
                    rs.getString("detail")))
        .list();
  }

  @Override
  public Page list(Filter filter, int page, int size) {
    var where =
        """
        where starts_with(jurisdiction, :leadingDigits)
          and (cast(:mode as text) is null or mode = :mode)
          and (cast(:warningId as uuid) is null or warning_id = :warningId)
          and (cast(:unit as text) is null or unit = :unit)
          and (cast(:state as text) is null or state = :state)
          and (cast(:rank as text) is null or rank = :rank)
        """;
    var total = narrowed("select count(*) from delivery " + where, filter);
    var items =
        narrowed(
            "select * from delivery "
                + where
                + " order by created_at desc, revision desc, unit, id limit :size offset :from",
            filter);
    return new Page(
        items
            .param("size", size)
            .param("from", (long) page * size)
            .query(DeliveryRows::delivery)
            .list(),
        total.query(Long.class).single());
  }

  @Override
  public List<Standing> standing() {
    return sql.sql(
            """
            select state, channel, count(*) as deliveries, min(created_at) as oldest
            from delivery group by state, channel
            """)
        .query(
            (rs, _) -> {
              var channel = rs.getString("channel");
              return new Standing(
                  DeliveryState.valueOf(rs.getString("state")),
                  channel == null ? null : Channel.valueOf(channel),
                  rs.getLong("deliveries"),
                  rs.getTimestamp("oldest").toInstant());
            })
        .list();
  }

  @Override
  public long count(DeliveryState... states) {
    return sql.sql("select count(*) from delivery where state = any(?)")
        .param(Arrays.stream(states).map(Enum::name).toArray(String[]::new))
        .query(Long.class)
        .single();
  }

  private JdbcClient.StatementSpec narrowed(String statement, Filter filter) {
    var state = filter.state();
    var rank = filter.rank();
    var mode = filter.mode();
    return sql.sql(statement)
        .param("leadingDigits", filter.leadingDigits())
        .param("mode", mode == null ? null : mode.name())
        .param("warningId", filter.warningId())
        .param("unit", filter.unit())
        .param("state", state == null ? null : state.name())
        .param("rank", rank == null ? null : rank.name());
  }

  static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  static @Nullable Timestamp timestamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }
}
