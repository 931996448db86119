package lantian.warning.turn.persistence;

import lantian.events.Mode;
import lantian.warning.turn.Turns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Repository
class JdbcTurns implements Turns {
  private final JdbcClient sql;

  JdbcTurns(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public long take(String jurisdiction, Mode mode) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("a turn is held by a transaction");
    }
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
