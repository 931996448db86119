package lantian.tasking.fanout;

import static java.util.concurrent.TimeUnit.SECONDS;
import static lantian.events.WarningLevel.ORANGE;
import static lantian.events.WarningLevel.RED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import lantian.kit.time.MovableClock;
import lantian.tasking.TaskingService;
import lantian.tasking.fanout.FanOutByHandTest.Revisions;
import lantian.tasking.response.LevelChange;
import lantian.tasking.response.RecordingFanOut;
import lantian.testing.BrokerAndDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service's own workers, on a database that goes away and with a bug in one fan-out. */
class WorkingThroughFaultsTest {
  private static final String DATABASE = BrokerAndDatabase.newDatabase();
  private static ConfigurableApplicationContext service = new GenericApplicationContext();

  @BeforeAll
  static void start() {
    var clock = new MovableClock();
    clock.stopAt(FanOutByHandTest.at("2016-12-09T16:05:00"));
    service =
        TaskingService.application()
            .sources(SyntheticPlans.class, BreakableEvents.class)
            .initializers(
                context ->
                    ((GenericApplicationContext) context)
                        .registerBean("clockOfTheTest", Clock.class, () -> clock))
            .run(
                "--server.port=0",
                "--lantian.kafka=" + BrokerAndDatabase.bootstrapServers(),
                "--lantian.db.url=" + DATABASE,
                "--lantian.db.user=postgres",
                "--lantian.issuer-uri=http://127.0.0.1:1",
                "--lantian.instance-id=through-faults",
                "--logging.structured.format.console=",
                "--lantian.tasking.fan-out.tries=2",
                "--lantian.tasking.fan-out.first-pause=10ms",
                "--lantian.tasking.fan-out.poll=50ms",
                "--lantian.tasking.fan-out.units-per-chunk=100",
                "--spring.cloud.stream.bindings.warnings-in-0.consumer.auto-startup=false");
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void whileTheDatabaseIsAwayItWaitsAndThenGoesOnWithoutHavingCountedATry() throws Exception {
    var warning = new Revisions(SyntheticPlans.LARGE);
    record(warning.to(RED, "2016-12-09T16:00:00"));
    await().atMost(60, SECONDS).until(() -> run(warning.id).nextUnit() > 0);

    administer("alter database %s with allow_connections false");
    administer("select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'");
    // So long that a worker asks several times for a connection and is refused.
    await().pollDelay(Duration.ofSeconds(5)).until(() -> true);
    administer("alter database %s with allow_connections true");

    await()
        .atMost(120, SECONDS)
        .ignoreExceptions()
        .until(() -> run(warning.id).state() == FanOutState.WHOLE);
    var sql = service.getBean(JdbcClient.class);
    assertThat(
            sql.sql("select count(*) from duty where warning_id = ?")
                .param(warning.id)
                .query(Long.class)
                .single())
        .isEqualTo(5L * SyntheticPlans.UNITS_OF_LARGE);
    assertThat(
            sql.sql("select count(*) from outbox where key = ?")
                .param(warning.id.toString())
                .query(Long.class)
                .single())
        .isEqualTo(SyntheticPlans.UNITS_OF_LARGE);
  }

  @Test
  void aBugInOneFanOutIsCountedAndSetAsideWhileAnotherIsWritten() {
    var warning = new Revisions(SyntheticPlans.SMALL);
    var other = new Revisions(SyntheticPlans.OTHER);
    service.getBean(BreakableEvents.class).breakFor(warning.id, "u00004");
    record(warning.to(RED, "2016-12-09T16:00:00"));
    record(other.to(ORANGE, "2016-12-09T16:00:00"));

    await().atMost(20, SECONDS).until(() -> run(other.id).state() == FanOutState.WHOLE);
    await().atMost(20, SECONDS).until(() -> run(warning.id).state() == FanOutState.FAILED);
    assertThat(run(warning.id).lastError()).contains("a bug at u00004");
    assertThat(service.getBean(MeterRegistry.class).get("fanout.failures").counter().count())
        .isGreaterThanOrEqualTo(2);

    service.getBean(BreakableEvents.class).repair();
    service.getBean(ResumingFanOut.class).resume(FanOutRun.idOf(warning.id, 1));
    await().atMost(20, SECONDS).until(() -> run(warning.id).state() == FanOutState.WHOLE);
  }

  private static void record(LevelChange change) {
    assertThat(service.getBean(RecordingFanOut.class).record(change, change.publishedAt()))
        .isTrue();
  }

  private static FanOutRun run(UUID warning) {
    return service.getBean(FanOutRuns.class).find(FanOutRun.idOf(warning, 1)).orElseThrow();
  }

  private static void administer(String statement) throws SQLException {
    int slash = DATABASE.lastIndexOf('/');
    try (var connection =
            DriverManager.getConnection(
                DATABASE.substring(0, slash) + "/postgres", "postgres", "postgres");
        var each = connection.createStatement()) {
      each.execute(statement.formatted(DATABASE.substring(slash + 1)));
    }
  }
}
