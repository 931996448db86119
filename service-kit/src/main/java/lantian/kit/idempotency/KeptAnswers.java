package lantian.kit.idempotency;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import lantian.kit.web.Problem;
import lantian.kit.web.ProblemType;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The answers of keyed requests, in the service's own database. */
final class KeptAnswers {
  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final int FORGOTTEN_AT_ONCE = 1000;

  private final JdbcClient sql;
  private final IdempotencySettings settings;

  KeptAnswers(JdbcClient sql, IdempotencySettings settings) {
    this.sql = sql;
    this.settings = settings;
  }

  /**
   * Takes the turn of a key for the running transaction, and gives what was answered to it before.
   * Whoever has the turn is waited for: 409 when that takes too long, 422 when the key stood for
   * another content.
   */
  Optional<KeptAnswer> before(KeyedRequest request) {
    takeTurn(request);
    return sql.sql(
            """
            select content_sha256, status, content_type, location, etag, body, withheld
            from kept_answer where scope = ?
            """)
        .param(request.scope())
        .query((rs, n) -> answer(rs, request))
        .optional();
  }

  private void takeTurn(KeyedRequest request) {
    var usual = sql.sql("select current_setting('lock_timeout')").query(String.class).single();
    waitAtMost(settings.waiting().toMillis() + "ms");
    try {
      // Held until the transaction ends; whoever waits then sees what it committed.
      sql.sql("select pg_advisory_xact_lock(?)").param(request.turn()).query((rs, n) -> n).list();
    } catch (DataAccessException e) {
      if (e.getRootCause() instanceof SQLException refused
          && LOCK_NOT_AVAILABLE.equals(refused.getSQLState())) {
        throw Problem.of(ProblemType.KEY_IN_USE, "kit.key-in-use");
      }
      throw e;
    }
    waitAtMost(usual);
  }

  private void waitAtMost(String time) {
    sql.sql("select set_config('lock_timeout', ?, true)").param(time).query(String.class).single();
  }

  private static KeptAnswer answer(ResultSet rs, KeyedRequest request) throws SQLException {
    if (!MessageDigest.isEqual(rs.getBytes("content_sha256"), request.content())) {
      throw Problem.of(ProblemType.KEY_REUSED, "kit.key-reused");
    }
    return new KeptAnswer(
        rs.getInt("status"),
        rs.getString("content_type"),
        rs.getString("location"),
        rs.getString("etag"),
        rs.getBytes("body"),
        rs.getString("withheld"));
  }

  void keep(KeyedRequest request, KeptAnswer answer) {
    sql.sql(
            """
            insert into kept_answer (scope, caller, method, path, key, content_sha256, status,
              content_type, location, etag, body, withheld)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(request.scope(), request.caller(), request.method(), request.path(), request.key())
        .params(request.content(), answer.status())
        .param(answer.contentType())
        .param(answer.location())
        .param(answer.etag())
        .param(answer.body())
        .param(answer.withheld())
        .update();
  }

  /** Forgets answers that were kept for longer than asked; gives how many. */
  int forgetOld() {
    var all = 0;
    int some;
    do {
      some =
          sql.sql(
                  """
                  delete from kept_answer where scope in (
                    select scope from kept_answer
                    where kept_at < clock_timestamp() - make_interval(secs => ?)
                    limit ? for update skip locked)
                  """)
              .params((double) settings.kept().toSeconds(), FORGOTTEN_AT_ONCE)
              .update();
      all += some;
    } while (some == FORGOTTEN_AT_ONCE);
    return all;
  }
}
