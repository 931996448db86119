package lantian.warning.turn.persistence;

import lantian.events.Mode;
import lantian.warning.turn.Turns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcTurns implements Turns {
  private final JdbcClient sql;

  JdbcTurns(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public long take(String jurisdiction, Mode mode) {
    return sql.sql(
            """
            insert into jurisdiction_turn as t (jurisdiction, mode, turn) values (?, ?, 1)
            on conflict (jurisdiction, mode) do update set turn = t.turn + 1
            returning turn
            """)
        .params(jurisdiction, mode.name())
        .query(Long.class)
        .single();
  }
}
