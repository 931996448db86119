package lantian.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** An instance that is stopped in the middle of a transaction holds nobody up for ever. */
@OnSampleService
@TestPropertySource(
    properties = {"lantian.db.statement-limit=4", "lantian.db.silent-transaction=2"})
class StandingStillTest {
  @Autowired JdbcClient sql;
  @Autowired TransactionTemplate transactions;

  private final UUID note = UUID.randomUUID();

  @BeforeEach
  void aNote() {
    sql.sql("insert into noted (id, text, warning_id) values (?, 'before', ?)")
        .params(note, UUID.randomUUID())
        .update();
  }

  @Test
  void whoHoldsARowAndStandsStillLosesItToWhoWaitsForIt() throws Exception {
    var holds = new CountDownLatch(1);
    var goesOn = new CountDownLatch(1);
    var stopped =
        CompletableFuture.runAsync(
            () ->
                transactions.executeWithoutResult(
                    _ -> {
                      write("of the one that stands still");
                      holds.countDown();
                      await(goesOn);
                    }));
    await(holds);

    var begun = System.nanoTime();
    write("of the other");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));

    goesOn.countDown();
    assertThatThrownBy(() -> stopped.get(20, TimeUnit.SECONDS)).isNotNull();
    assertThat(text()).isEqualTo("of the other");
  }

  @Test
  void aStatementThatTakesTooLongIsEndedByTheServer() {
    assertThatThrownBy(() -> sql.sql("select pg_sleep(60)").query().singleRow())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("statement timeout");
    assertThat(
            sql.sql(
                    "select count(*) from pg_stat_activity where query like '%pg_sleep(60)%' and state = 'active' and pid <> pg_backend_pid()")
                .query(Long.class)
                .single())
        .isZero();
  }

  private void write(String text) {
    sql.sql("update noted set text = ? where id = ?").params(text, note).update();
  }

  private String text() {
    return sql.sql("select text from noted where id = ?").param(note).query(String.class).single();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
