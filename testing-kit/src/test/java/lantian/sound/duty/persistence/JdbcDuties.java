package lantian.sound.duty.persistence;

import java.sql.Timestamp;
import lantian.sound.duty.Duties;
import lantian.sound.duty.Duty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcDuties implements Duties {
  private final JdbcClient sql;

  JdbcDuties(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Duty named(String code) {
    return sql.sql("select due from duty where code = ?")
        .param(code)
        .query((rs, row) -> new Duty(code, due(rs.getTimestamp(1))))
        .single();
  }

  private static java.time.Instant due(Timestamp due) {
    return due.toInstant();
  }
}
