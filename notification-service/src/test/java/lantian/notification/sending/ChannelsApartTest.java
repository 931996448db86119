package lantian.notification.sending;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lantian.notification.Duties;
import lantian.notification.Liaisons;
import lantian.notification.MailServer;
import lantian.notification.MailServer.Step;
import lantian.notification.OnNotificationService;
import lantian.notification.Receiver;
import lantian.notification.Receiver.Behaviour;
import lantian.testing.TopicProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One channel that takes everything and never answers, or answers slowly, does not hold up the
 * other. The same messages by both channels, once with both well and once with one ill, in turns in
 * one run; what counts is the time from the row's insert to the receiver's answer, by the
 * database's clock.
 */
@OnNotificationService
class ChannelsApartTest {
  private static final int ROUNDS = 3;
  private static final int MESSAGES = 20;
  private static final int CONTACTS = 8;

  /**
   * The aim is 1.2 × of normal. Beside it the machine may be busy with something else; without room
   * of its own a channel would wait for calls of a second each.
   */
  private static final double ALLOWED_RATIO = 1.2;

  private static final double ALLOWED_NOISE_MILLIS = 250;

  @Autowired TopicProbe topics;
  @Autowired Liaisons liaisons;
  @Autowired MailServer mail;
  @Autowired JdbcClient sql;

  private final List<Receiver> receivers =
      Stream.generate(Receiver::new).limit(CONTACTS / 2).toList();
  private final String unit = Liaisons.newUnit();

  @BeforeEach
  void enter() {
    for (int i = 0; i < CONTACTS; i++) {
      liaisons.enter(unit, receivers.get(i % receivers.size()).url("/" + i));
      liaisons.enterByMail(unit, unit + "-" + i + "@zjj.example");
    }
  }

  @AfterEach
  void close() {
    receivers.forEach(Receiver::close);
    mail.reset();
  }

  private void hooks(Behaviour behaviour) {
    receivers.forEach(receiver -> receiver.always(behaviour));
  }

  @Test
  void aMailServerThatSwallowsEverythingLeavesTheWebhooksAlone() {
    compare(
        "WEBHOOK",
        "mail black-holed",
        () -> mail.always(MailServer.Behaviour.hangs(Step.GREETING)),
        () -> mail.always(MailServer.Behaviour.takes()));
  }

  @Test
  void aSlowMailServerLeavesTheWebhooksAlone() {
    compare(
        "WEBHOOK",
        "mail slow",
        () -> mail.always(MailServer.Behaviour.slow(300)),
        () -> mail.always(MailServer.Behaviour.takes()));
  }

  @Test
  void receiversThatSwallowEverythingLeaveTheMailAlone() {
    compare(
        "EMAIL",
        "webhooks black-holed",
        () -> hooks(Behaviour.blackHole()),
        () -> hooks(Behaviour.status(200)));
  }

  private void compare(String channel, String how, Runnable fallIll, Runnable recover) {
    round(channel); // the first one is for the compiler
    var well = new ArrayList<Double>();
    var ill = new ArrayList<Double>();
    for (int i = 0; i < ROUNDS; i++) {
      well.addAll(round(channel));
      fallIll.run();
      ill.addAll(round(channel));
      recover.run();
      await().atMost(60, SECONDS).until(() -> underWay() == 0);
    }
    LoggerFactory.getLogger(ChannelsApartTest.class)
        .info(
            "FIGURE {} with {}: n {}, p50 {} -> {} ms, p99 {} -> {} ms, ratio of p99 {}",
            channel,
            how,
            well.size(),
            rounded(at(0.5, well)),
            rounded(at(0.5, ill)),
            rounded(at(0.99, well)),
            rounded(at(0.99, ill)),
            rounded(at(0.99, ill) / at(0.99, well)));
    assertThat(well).hasSizeGreaterThan(ROUNDS * MESSAGES * CONTACTS * 95 / 100);
    assertThat(ill).hasSizeGreaterThan(ROUNDS * MESSAGES * CONTACTS * 95 / 100);
    for (var share : new double[] {0.5, 0.99}) {
      assertThat(at(share, ill))
          .as("the %s quantile in ms, %s with %s; well: %s", share, channel, how, at(share, well))
          .isLessThan(at(share, well) * ALLOWED_RATIO + ALLOWED_NOISE_MILLIS);
    }
  }

  /** Messages to everybody by both channels, one after the other; how long this channel took. */
  private List<Double> round(String channel) {
    var warnings = new ArrayList<UUID>();
    for (int i = 0; i < MESSAGES; i++) {
      var warning = UUID.randomUUID();
      warnings.add(warning);
      topics.send(Duties.assigned(warning, 1, unit));
      await().pollDelay(150, MILLISECONDS).until(() -> true); // a steady load, no burst
    }
    var ids = warnings.toArray(UUID[]::new);
    await().atMost(60, SECONDS).until(() -> ended(ids, channel) == (long) MESSAGES * CONTACTS);
    return sql.sql(
            """
            select extract(epoch from a.ended_at - (d.give_up_at - interval '3 seconds')) * 1000
            from delivery d join delivery_attempt a on a.delivery_id = d.id and a.outcome = 'SENT'
            where d.warning_id = any(?) and d.channel = ?
            """)
        .param(ids)
        .param(channel)
        .query((rs, _) -> rs.getDouble(1))
        .list();
  }

  /** Sent, or given up after a second without an answer and its repeat, on a busy machine. */
  private long ended(UUID[] warnings, String channel) {
    return sql.sql(
            """
            select count(*) from delivery
            where warning_id = any(?) and channel = ? and state in ('ACCEPTED', 'PERM_FAIL')
            """)
        .param(warnings)
        .param(channel)
        .query(Long.class)
        .single();
  }

  private long underWay() {
    return sql.sql(
            """
            select count(*) from delivery
            where unit = ? and state not in ('ACCEPTED', 'PERM_FAIL', 'ACKED', 'SUPERSEDED')
            """)
        .param(unit)
        .query(Long.class)
        .single();
  }

  private static double at(double share, List<Double> millis) {
    var sorted = millis.stream().sorted().toList();
    return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size())));
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
