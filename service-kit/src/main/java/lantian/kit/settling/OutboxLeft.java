package lantian.kit.settling;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Events that the broker has not confirmed yet. */
public record OutboxLeft(JdbcClient sql) implements Settling {
  @Override
  public String name() {
    return "outbox";
  }

  @Override
  public long remaining() {
    return sql.sql("select count(*) from outbox where sent_at is null").query(Long.class).single();
  }
}
