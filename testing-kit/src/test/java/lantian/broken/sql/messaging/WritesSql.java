package lantian.broken.sql.messaging;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Breaks the rule that SQL stays in persistence packages. */
record WritesSql(JdbcClient sql) {}
