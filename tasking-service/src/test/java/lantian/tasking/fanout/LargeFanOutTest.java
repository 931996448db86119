package lantian.tasking.fanout;

import static java.util.concurrent.TimeUnit.SECONDS;
import static lantian.events.WarningLevel.ORANGE;
import static lantian.events.WarningLevel.RED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.stream.Stream;
import lantian.events.DutiesAssigned;
import lantian.tasking.TaskingService;
import lantian.testing.BrokerAndDatabase;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Ten thousand units with five duties each, written by instances that come and go. */
class LargeFanOutTest extends FanOutByHandTest {
  private static final Logger log = LoggerFactory.getLogger(LargeFanOutTest.class);
  private static final long UNITS = SyntheticPlans.UNITS_OF_LARGE;

  @Value("${lantian.db.url}")
  private String database = "";

  @Test
  void twoInstancesAndOneThatStopsInTheMiddleWriteEachDutyOnceAndTellEachUnitOnce() {
    var red = new Revisions(SyntheticPlans.LARGE);
    record(red.to(RED, "2016-12-09T16:00:00"));

    try (var _ = anInstance("first")) {
      await().atMost(60, SECONDS).until(() -> run(red.id, 1).nextUnit() > 0);
    }
    var half = run(red.id, 1);
    assertThat(half.state()).isEqualTo(FanOutState.OPEN);
    assertThat(half.nextUnit()).isLessThan((int) UNITS).matches(next -> next % 500 == 0);
    // A chunk that was begun is finished before the instance goes.
    assertThat(claimedBy()).isEmpty();

    long begun = System.nanoTime();
    try (var _ = anInstance("first");
        var _ = anInstance("second")) {
      long started = System.nanoTime();
      var left = run(red.id, 1).nextUnit();
      var orange = new Revisions(SyntheticPlans.SMALL);
      record(orange.to(ORANGE, "2016-12-09T16:00:00"));
      await().atMost(120, SECONDS).until(() -> runs.countOpen() == 0);
      log.info(
          "{} units after the start of two instances ({} s) in {} s",
          UNITS - left,
          (started - begun) / 1e9,
          (System.nanoTime() - started) / 1e9);
      assertThat(outbox(orange.id)).hasSize(10);
    }

    assertThat(count(red.id)).isEqualTo(5 * UNITS);
    assertThat(
            sql.sql("select count(distinct (unit, code)) from duty where warning_id = ?")
                .param(red.id)
                .query(Long.class)
                .single())
        .isEqualTo(5 * UNITS);
    assertThat(outbox(red.id, DutiesAssigned.class).stream().map(DutiesAssigned::unit))
        .hasSize((int) UNITS)
        .doesNotHaveDuplicates();
  }

  private Stream<String> claimedBy() {
    return sql
        .sql("select claimed_by from fan_out where claimed_by is not null")
        .query((rs, _) -> rs.getString(1))
        .list()
        .stream();
  }

  private ConfigurableApplicationContext anInstance(String name) {
    return TaskingService.application()
        .sources(SyntheticPlans.class)
        .initializers(
            context ->
                ((GenericApplicationContext) context)
                    .registerBean("clockOfTheTest", Clock.class, () -> clock))
        .run(
            "--server.port=0",
            "--lantian.kafka=" + BrokerAndDatabase.bootstrapServers(),
            "--lantian.db.url=" + database,
            "--lantian.db.user=postgres",
            "--lantian.issuer-uri=http://127.0.0.1:1",
            "--lantian.instance-id=" + name,
            "--logging.structured.format.console=",
            "--spring.cloud.stream.bindings.warnings-in-0.consumer.auto-startup=false");
  }
}
