package lantian.warning.proposal.persistence;

import java.sql.Timestamp;
import java.time.Duration;
import lantian.warning.proposal.SignIn;
import lantian.warning.proposal.SignIns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** By the same rule, and the same clock, as the database's own trigger. */
@Repository
class JdbcSignIns implements SignIns {
  private final JdbcClient sql;

  JdbcSignIns(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public Duration within() {
    return Duration.ofSeconds(
        sql.sql("select extract(epoch from red_sign_in_within)::bigint from authority_rule")
            .query(Long.class)
            .single());
  }

  @Override
  public boolean isRecent(@Nullable SignIn signIn) {
    return signIn != null
        && sql.sql("select signed_in_recently(?)")
            .param(Timestamp.from(signIn.at()))
            .query(Boolean.class)
            .single();
  }
}
