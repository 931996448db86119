package lantian.tasking.fanout.persistence;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantian.kit.crash.CrashPoint;
import lantian.kit.observability.Traces;
import lantian.tasking.fanout.Backlog;
import lantian.tasking.fanout.Claim;
import lantian.tasking.fanout.FanOutRun;
import lantian.tasking.fanout.FanOutRuns;
import lantian.tasking.fanout.FanOutSignal;
import lantian.tasking.fanout.FanOutState;
import lantian.tasking.fanout.NewFanOut;
import lantian.tasking.fanout.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Fan-outs in the table {@code fan_out}. Leases and pauses go by the database's clock, so that
 * instances need not agree on the time.
 */
@Repository
class JdbcFanOutRuns implements FanOutRuns {
  private static final String SELECTED =
      " starts_with(jurisdiction, :digits) and (cast(:state as text) is null or state = :state)";

  private final JdbcClient sql;
  private final FanOutSignal signal;
  private final Traces traces;

  JdbcFanOutRuns(JdbcClient sql, FanOutSignal signal, Traces traces) {
    this.sql = sql;
    this.signal = signal;
    this.traces = traces;
  }

  @Override
  public void record(NewFanOut fanOut) {
    var leftByAnEarlierPlan =
        sql.sql(
                """
                update fan_out set state = 'SUPERSEDED', finished_at = clock_timestamp(), claimed_by = null
                where warning_id = ? and state in ('OPEN', 'FAILED')
                returning plan_changed
                """)
            .param(fanOut.warning())
            .query(Boolean.class)
            .list();
    var before = fanOut.before();
    sql.sql(
            """
            insert into fan_out (id, warning_id, revision, jurisdiction, to_level, before_level,
              before_response, plan_version, plan_changed, units, next_unit, next_position, state, happened_at,
              traceparent)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 'OPEN', ?, ?)
            """)
        .param(FanOutRun.idOf(fanOut.warning(), fanOut.revision()))
        .params(fanOut.warning(), fanOut.revision(), fanOut.jurisdiction(), fanOut.to().name())
        .param(before == null ? null : before.level().name())
        .param(before == null ? null : before.response().name())
        .param(fanOut.planVersion())
        .param(fanOut.planChanged() || leftByAnEarlierPlan.contains(true))
        .params(fanOut.units(), Timestamp.from(fanOut.happenedAt()))
        .param(traces.current())
        .update();
    CrashPoint.FAN_OUT_RECORDED.reached();
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            signal.raise();
          }
        });
  }

  @Override
  public Optional<Claim> claim(String owner, Duration lease) {
    return sql.sql(
            """
            update fan_out set token = token + 1, tries = tries + 1, claimed_by = :owner,
              free_at = clock_timestamp() + make_interval(secs => :lease)
            where id = (
              select id from fan_out where state = 'OPEN' and free_at <= clock_timestamp()
              order by exists (select 1 from response r
                  where r.warning_id = fan_out.warning_id and r.revision = fan_out.revision and r.kind = 'CANCEL') desc,
                array_position(array['RED', 'ORANGE', 'YELLOW', 'NONE'], to_level), next_unit, recorded_at
              limit 1 for update skip locked)
            returning *
            """)
        .param("owner", owner)
        .param("lease", seconds(lease))
        .query(FanOutRows::claim)
        .optional();
  }

  @Override
  public void free(String owner) {
    sql.sql(
            """
            update fan_out set token = token + 1, free_at = clock_timestamp(), claimed_by = null
            where claimed_by = ? and state = 'OPEN'
            """)
        .param(owner)
        .update();
  }

  @Override
  public boolean holds(Claim claim, Duration silentAtMost) {
    return sql.sql(
            """
            select set_config('idle_in_transaction_session_timeout', ?, true) from fan_out
            where id = ? and token = ? and state = 'OPEN'
            """)
        .param(Long.toString(silentAtMost.toMillis()))
        .params(claim.run().id(), claim.token())
        .query(String.class)
        .optional()
        .isPresent();
  }

  @Override
  public boolean advance(Claim claim, Progress progress) {
    var advanced =
        sql.sql(
                """
                update fan_out set token = token + 1, plan_version = :plan, plan_changed = :changed, units = :units, next_unit = :unit,
                  next_position = :position, tries = 0, last_error = null, claimed_by = null,
                  free_at = clock_timestamp(), state = :state,
                  finished_at = case when :state = 'WHOLE' then clock_timestamp() end
                where id = :id and token = :token and state = 'OPEN'
                """)
            .param("plan", progress.planVersion())
            .param("changed", progress.planChanged())
            .param("units", progress.units())
            .param("unit", progress.nextUnit())
            .param("position", progress.nextPosition())
            .param("state", (progress.isWhole() ? FanOutState.WHOLE : FanOutState.OPEN).name())
            .param("id", claim.run().id())
            .param("token", claim.token())
            .update();
    CrashPoint.FAN_OUT_CHUNK_WRITTEN.reached();
    return advanced == 1;
  }

  @Override
  public void supersede(Claim claim) {
    sql.sql(
            """
            update fan_out set token = token + 1, state = 'SUPERSEDED', claimed_by = null,
              finished_at = clock_timestamp()
            where id = ? and token = ? and state = 'OPEN'
            """)
        .params(claim.run().id(), claim.token())
        .update();
  }

  @Override
  public void putBack(Claim claim) {
    sql.sql(
            """
            update fan_out set token = token + 1, free_at = clock_timestamp(), claimed_by = null,
              tries = tries - 1
            where id = ? and token = ? and state = 'OPEN'
            """)
        .params(claim.run().id(), claim.token())
        .update();
  }

  @Override
  public void putBack(Claim claim, Duration pause, String error) {
    sql.sql(
            """
            update fan_out set token = token + 1,
              free_at = clock_timestamp() + make_interval(secs => ?),
              claimed_by = null, last_error = ?
            where id = ? and token = ? and state = 'OPEN'
            """)
        .params(seconds(pause), error, claim.run().id(), claim.token())
        .update();
  }

  @Override
  public void fail(Claim claim, String error) {
    sql.sql(
            """
            update fan_out set token = token + 1, state = 'FAILED', claimed_by = null, last_error = ?
            where id = ? and token = ? and state = 'OPEN'
            """)
        .params(error, claim.run().id(), claim.token())
        .update();
  }

  @Override
  public boolean resume(UUID id) {
    var resumed =
        sql.sql(
                """
                update fan_out set state = 'OPEN', tries = 0, free_at = clock_timestamp()
                where id = ? and state = 'FAILED'
                """)
            .param(id)
            .update();
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            signal.raise();
          }
        });
    return resumed == 1;
  }

  @Override
  public Optional<FanOutRun> find(UUID id) {
    return sql.sql("select * from fan_out where id = ?")
        .param(id)
        .query(FanOutRows::run)
        .optional();
  }

  @Override
  public List<FanOutRun> list(
      String leadingDigits, @Nullable FanOutState state, int page, int size) {
    return sql.sql(
            "select * from fan_out where"
                + SELECTED
                + " order by recorded_at desc, id limit :size offset :start")
        .param("digits", leadingDigits)
        .param("state", state == null ? null : state.name())
        .param("size", size)
        .param("start", (long) page * size)
        .query(FanOutRows::run)
        .list();
  }

  @Override
  public long count(String leadingDigits, @Nullable FanOutState state) {
    return sql.sql("select count(*) from fan_out where" + SELECTED)
        .param("digits", leadingDigits)
        .param("state", state == null ? null : state.name())
        .query(Long.class)
        .single();
  }

  @Override
  public long countOpen() {
    return sql.sql("select count(*) from fan_out where state = 'OPEN'").query(Long.class).single();
  }

  @Override
  public Backlog backlog() {
    return sql.sql(
            """
            select coalesce(sum(units - next_unit), 0) as units,
              coalesce(extract(epoch from clock_timestamp() - min(recorded_at)), 0) as oldest,
              count(*) filter (where state = 'FAILED') as failed
            from fan_out where state in ('OPEN', 'FAILED')
            """)
        .query(
            (rs, _) ->
                new Backlog(
                    rs.getLong("units"),
                    Duration.ofMillis((long) (rs.getDouble("oldest") * 1000)),
                    rs.getLong("failed")))
        .single();
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
