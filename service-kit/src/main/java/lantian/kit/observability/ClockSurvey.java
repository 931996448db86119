package lantian.kit.observability;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far the machine's clock is ahead of the database's. Nothing is ordered by the machine's, but
 * its logs, tokens and the times of signed messages are.
 */
final class ClockSurvey implements Survey {
  private static final Measure OFFSET =
      Measure.seconds("clock.offset", "How far this machine's clock is ahead of the database's");

  private final JdbcClient sql;
  private final Clock machine;

  ClockSurvey(JdbcClient sql, Clock machine) {
    this.sql = sql;
    this.machine = machine;
  }

  @Override
  public List<Measure> measures() {
    return List.of(OFFSET);
  }

  /** The middle of the question is held against the answer. */
  @Override
  public List<Figure> look() {
    var before = machine.instant();
    var database =
        sql.sql("select clock_timestamp()")
            .query((rs, _) -> rs.getTimestamp(1).toInstant())
            .single();
    var halfway = before.plus(Duration.between(before, machine.instant()).dividedBy(2));
    return List.of(OFFSET.is(Duration.between(database, halfway).toNanos() / 1e9));
  }
}
