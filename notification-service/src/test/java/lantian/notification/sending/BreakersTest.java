package lantian.notification.sending;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.Search;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import lantian.notification.Duties;
import lantian.notification.Liaisons;
import lantian.notification.MailServer;
import lantian.notification.OnNotificationService;
import lantian.notification.Receiver;
import lantian.notification.Receiver.Behaviour;
import lantian.testing.TopicProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A far side in trouble is left alone for a while; then one call finds out. */
@OnNotificationService
class BreakersTest {
  private static final int MANY = 40;

  @Autowired TopicProbe topics;
  @Autowired Liaisons liaisons;
  @Autowired MailServer mail;
  @Autowired MeterRegistry metrics;
  @Autowired JdbcClient sql;

  private final Receiver receiver = new Receiver();
  private final UUID warning = UUID.randomUUID();
  private final String unit = Liaisons.newUnit();

  @AfterEach
  void close() {
    receiver.close();
    mail.reset();
  }

  private String origin() {
    var url = URI.create(receiver.url());
    return "http://127.0.0.1:" + url.getPort();
  }

  /** Whether the breaker of this origin, if there is one, is in this state. */
  private boolean is(String origin, String state) {
    var gauge =
        Search.in(metrics)
            .name("resilience4j.circuitbreaker.state")
            .tag("name", origin)
            .tag("state", state)
            .gauge();
    return gauge != null && gauge.value() == 1;
  }

  private long in(String... states) {
    return sql.sql("select count(*) from delivery where warning_id = ? and state = any(?)")
        .param(warning)
        .param(states)
        .query(Long.class)
        .single();
  }

  private int attempts() {
    return sql.sql("select sum(attempts) from delivery where warning_id = ?")
        .param(warning)
        .query(Integer.class)
        .single();
  }

  /** On a machine that is busy with other things the few seconds that tests give would be over. */
  private void haveAnHour() {
    await().atMost(40, SECONDS).pollInterval(5, MILLISECONDS).until(() -> created() == MANY);
    sql.sql("update delivery set give_up_at = give_up_at + interval '1 hour' where warning_id = ?")
        .param(warning)
        .update();
  }

  private long created() {
    return sql.sql("select count(*) from delivery where warning_id = ?")
        .param(warning)
        .query(Long.class)
        .single();
  }

  private void enterMany() {
    for (int i = 0; i < MANY; i++) {
      liaisons.enter(unit, receiver.url("/" + i));
    }
  }

  /** Fails until told, and counts how many calls are answered at the same time. */
  private static final class Failing implements Behaviour {
    private final AtomicBoolean well = new AtomicBoolean();
    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public void answer(HttpExchange exchange, java.util.concurrent.CountDownLatch closed)
        throws java.io.IOException {
      asked.incrementAndGet();
      exchange.sendResponseHeaders(well.get() ? 200 : 500, -1);
    }
  }

  @Test
  void aReceiverThatFailsForAWhileIsLeftAloneAndGetsEverythingOnceAfterwards() {
    var failing = new Failing();
    receiver.always(failing);
    enterMany();

    topics.send(Duties.assigned(warning, 1, unit));
    haveAnHour();
    await().atMost(40, SECONDS).pollInterval(5, MILLISECONDS).until(() -> is(origin(), "open"));

    // What was under way when it opened has ended; from here on one call at a time finds out.
    await().atMost(40, SECONDS).until(() -> in("CLAIMED", "CALLING") == 0);
    int asked = failing.asked.get();
    await().atMost(40, SECONDS).until(() -> failing.asked.get() >= asked + 2);
    assertThat(receiver.mostAtOnceSince(asked)).isEqualTo(1);
    assertThat(attempts()).isLessThan(MANY * 2);
    failing.well.set(true);
    await().atMost(40, SECONDS).until(() -> in("ACCEPTED") == MANY);
    var taken = new ArrayList<String>();
    receiver.received().stream()
        .filter(r -> r.status() == 200)
        .forEach(r -> taken.add(r.headers().get("webhook-id")));
    assertThat(taken).hasSize(MANY);
    assertThat(new HashSet<>(taken)).hasSize(MANY);
    assertThat(receiver.received()).noneMatch(r -> r.json().get("repeat").asBoolean());
    // Well again, it is one among all the others.
    await().atMost(40, SECONDS).until(() -> !is(origin(), "closed") && !is(origin(), "open"));
  }

  @Test
  void whatWaitsForAFarSideThatStaysAwayIsGivenUpWhenItsTimeIsOver() {
    receiver.always(Behaviour.status(500));
    enterMany();

    topics.send(Duties.assigned(warning, 1, unit));

    await().atMost(40, SECONDS).until(() -> in("PERM_FAIL") == MANY);
    var reasons =
        sql.sql("select distinct reason from delivery where warning_id = ?")
            .param(warning)
            .query(String.class)
            .list();
    assertThat(reasons).containsExactly("GAVE_UP");
    // Three seconds of tries at 100 to 400 ms each would have been hundreds of calls.
    assertThat(attempts()).isLessThan(MANY * 4);
    assertThat(liaisons.deliveriesOf(warning))
        .anyMatch(d -> d.get("detail").asString().startsWith("out of time"));
  }

  @Test
  void anAddressThatIsGoneFailsAloneAndAtOnce() {
    var gone = new ArrayList<String>();
    receiver.always(
        (exchange, _) ->
            exchange.sendResponseHeaders(
                exchange.getRequestURI().getPath().equals("/gone") ? 410 : 200, -1));
    for (int i = 0; i < 20; i++) {
      liaisons.enter(unit, receiver.url("/gone?" + i));
      gone.add(liaisons.enter(unit, receiver.url("/fine?" + i)).get("id").asString());
    }

    topics.send(Duties.assigned(warning, 1, unit));

    await().atMost(40, SECONDS).until(() -> in("ACCEPTED") == 20 && in("PERM_FAIL") == 20);
    assertThat(attempts()).as("one call for each").isEqualTo(40);
    assertThat(is(origin(), "closed")).as("a refusal is no trouble of the far side").isFalse();
    assertThat(is(origin(), "open")).isFalse();
  }

  @Test
  void oneDeadReceiverDoesNotCloseTheOthers() {
    var dead = new Receiver().always(Behaviour.status(500));
    try (dead) {
      for (int i = 0; i < MANY; i++) {
        liaisons.enter(unit, dead.url("/" + i));
      }
      topics.send(Duties.assigned(warning, 1, unit));
      var deadOrigin = "http://127.0.0.1:" + URI.create(dead.url()).getPort();
      await().atMost(40, SECONDS).pollInterval(5, MILLISECONDS).until(() -> is(deadOrigin, "open"));
      var other = UUID.randomUUID();
      var otherUnit = Liaisons.newUnit();
      liaisons.enter(otherUnit, receiver.url());

      topics.send(Duties.assigned(other, 1, otherUnit));

      liaisons.awaitStates(other, "ACCEPTED");
      assertThat(List.of("ACCEPTED")).isEqualTo(liaisons.statesOf(other));
    }
  }

  @Test
  void aMailServerThatAnswersNobodyIsLeftAloneAsAWhole() {
    mail.always(MailServer.Behaviour.hangs(MailServer.Step.GREETING));
    for (int i = 0; i < MANY; i++) {
      liaisons.enterByMail(unit, unit + "-" + i + "@zjj.example");
    }

    topics.send(Duties.assigned(warning, 1, unit));
    haveAnHour();
    await().atMost(40, SECONDS).pollInterval(5, MILLISECONDS).until(() -> is("email", "open"));
    assertThat(mail.mostAtOnce()).as("its room").isEqualTo(8);

    mail.always(MailServer.Behaviour.takes());
    await().atMost(40, SECONDS).until(() -> in("ACCEPTED") == MANY);
    assertThat(mail.mails()).hasSize(MANY);
    assertThat(mail.mails()).noneMatch(m -> m.subject().contains("重发"));
  }
}
