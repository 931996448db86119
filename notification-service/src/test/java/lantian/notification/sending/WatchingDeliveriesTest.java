package lantian.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import lantian.kit.observability.Books;
import lantian.kit.time.MovableClock;
import lantian.notification.Duties;
import lantian.notification.Liaisons;
import lantian.notification.OnNotificationService;
import lantian.notification.Receiver;
import lantian.notification.delivery.CreatingDeliveries;
import lantian.testing.Figures;
import lantian.testing.MetricTable;
import lantian.testing.Rest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What operators see of messages on their way to people. Without its reader: what other tests have
 * told on the topic would be counted too.
 */
@OnNotificationService
@Import(Figures.class)
@TestPropertySource(
    properties = "spring.cloud.stream.bindings.duties-in-0.consumer.auto-startup=false")
class WatchingDeliveriesTest {
  private static final Instant PUBLISHED = Duties.AT.toInstant();

  @Autowired CreatingDeliveries creating;
  @Autowired TransactionTemplate transaction;
  @Autowired Liaisons liaisons;
  @Autowired Rest rest;
  @Autowired JdbcClient sql;
  @Autowired MovableClock clock;
  @Autowired Figures figures;
  @Autowired Books books;
  @Autowired DeliverySender sender;

  private final Receiver receiver = new Receiver();
  private final UUID warning = UUID.randomUUID();
  private final String unit = Liaisons.newUnit();

  @BeforeEach
  void nothingIsUnderWay() {
    sql.sql("truncate delivery, delivery_attempt, escalation").update();
    clock.stopAt(PUBLISHED.plusSeconds(7));
  }

  @AfterEach
  void close() {
    if (!sender.isRunning()) {
      sender.start();
    }
    clock.stopAt(Liaisons.NOW);
    receiver.close();
  }

  @Test
  void aMessageIsSeenWaitingTakenAndAnswered() {
    liaisons.enter(unit, receiver.url());
    sender.stop();
    tell();
    liaisons.awaitStates(warning, "PENDING");
    assertThat(state("PENDING", "WEBHOOK")).isEqualTo(1);
    assertThat(state("PENDING", "EMAIL")).isZero();
    assertThat(oldest("PENDING")).isEqualTo(7);
    assertThat(unanswered("LIAISON")).isEqualTo(1);
    assertThat(oldest("ACCEPTED")).as("nobody has it").isZero();

    sender.start();
    liaisons.awaitStates(warning, "ACCEPTED");
    clock.stopAt(PUBLISHED.plusSeconds(70));
    assertThat(state("PENDING", "WEBHOOK")).isZero();
    assertThat(oldest("PENDING")).isZero();
    assertThat(state("ACCEPTED", "WEBHOOK")).isEqualTo(1);
    assertThat(oldest("ACCEPTED")).isEqualTo(70);

    acknowledge();
    assertThat(state("ACCEPTED", "WEBHOOK")).isZero();
    assertThat(state("ACKED", "WEBHOOK")).isEqualTo(1);
    assertThat(oldest("ACCEPTED")).isZero();
    assertThat(unanswered("LIAISON")).isZero();
  }

  @Test
  void aUnitWithoutAnybodyCountsUnderNoChannel() {
    tell();
    liaisons.awaitStates(warning, "PERM_FAIL");
    assertThat(state("PERM_FAIL", "NONE")).isEqualTo(1);
  }

  @Test
  void howLongItTookIsCountedFromThePublication() {
    var acceptedBefore = latencies("accepted", "+Inf");
    var within5Before = latencies("accepted", "5.0");
    var within10Before = latencies("accepted", "10.0");
    var answeredBefore = latencies("answered", "60.0");
    liaisons.enter(unit, receiver.url());
    tell();
    liaisons.awaitStates(warning, "ACCEPTED");
    await()
        .atMost(20, TimeUnit.SECONDS)
        .until(() -> latencies("accepted", "+Inf") == acceptedBefore + 1);
    assertThat(latencies("accepted", "5.0")).isEqualTo(within5Before);
    assertThat(latencies("accepted", "10.0")).isEqualTo(within10Before + 1);

    clock.stopAt(PUBLISHED.plusSeconds(45));
    acknowledge();
    await()
        .atMost(20, TimeUnit.SECONDS)
        .until(() -> latencies("answered", "60.0") == answeredBefore + 1);
    assertThat(latencies("accepted", "+Inf")).as("once").isEqualTo(acceptedBefore + 1);
  }

  @Test
  void thatNobodyIsLeftIsForgottenWithANewerMessageAndWhenTheLinkHoldsNoMore() {
    escalation(1, "NOBODY_LEFT");
    assertThat(nobodyLeft()).isEqualTo(1);
    escalation(2, "WAITING");
    assertThat(nobodyLeft()).isZero();
    sql.sql("delete from escalation where revision = 2").update();
    assertThat(nobodyLeft()).isEqualTo(1);
    clock.stopAt(PUBLISHED.plus(Duration.ofHours(72)));
    assertThat(nobodyLeft()).isEqualTo(1);
    clock.stopAt(PUBLISHED.plus(Duration.ofHours(72)).plusSeconds(1));
    assertThat(nobodyLeft()).isZero();
  }

  @Test
  void whatShouldHaveEndedAndHasNotIsAnImbalance() {
    liaisons.enter(unit, receiver.url());
    sender.stop();
    tell();
    liaisons.awaitStates(warning, "PENDING");
    assertThat(imbalances("DELIVERY_PAST_ITS_END", clock.instant())).isZero();
    sql.sql("update delivery set give_up_at = clock_timestamp() - interval '1 minute'").update();
    assertThat(imbalances("DELIVERY_PAST_ITS_END", clock.instant())).isEqualTo(1);

    assertThat(imbalances("CALL_WITHOUT_END", clock.instant())).isZero();
    sql.sql(
            """
            update delivery set state = 'CLAIMED', token = gen_random_uuid(), due_at = null,
              deadline = clock_timestamp() - interval '1 minute'
            """)
        .update();
    assertThat(imbalances("CALL_WITHOUT_END", clock.instant())).isEqualTo(1);
    assertThat(imbalances("DELIVERY_PAST_ITS_END", clock.instant())).isZero();

    var due = PUBLISHED.plus(Duration.ofMinutes(30));
    assertThat(imbalances("ESCALATION_PAST_DUE", due)).isZero();
    assertThat(imbalances("ESCALATION_PAST_DUE", due.plusSeconds(1))).isEqualTo(1);
  }

  @Test
  void theMetricsAreThoseOfTheDocuments() {
    assertThat(nobodyLeft()).isZero();
    MetricTable.mustBe("notification", rest);
  }

  private void tell() {
    transaction.executeWithoutResult(
        _ -> creating.onAssigned(Duties.assigned(warning, 1, unit), PUBLISHED));
  }

  private void acknowledge() {
    var id = liaisons.onlyDeliveryOf(warning).at("/delivery/id").asString();
    var answer =
        rest.asLiaisonOf(unit, "652300").post("/api/v1/deliveries/" + id + "/acknowledge", null);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  private void escalation(long revision, String state) {
    sql.sql(
            """
            insert into escalation (warning_id, unit, revision, purpose, mode, jurisdiction, policy, created_at,
              told, state, ended_at)
            values (?, ?, ?, 'LEVEL_CHANGE', 'LIVE', '652300', 'default@1', ?, 'LIAISON', ?, ?)
            """)
        .params(warning, unit, revision)
        .params(Timestamp.from(PUBLISHED), state)
        .param(state.equals("WAITING") ? null : Timestamp.from(PUBLISHED))
        .update();
  }

  private double state(String state, String channel) {
    return figures
        .of("notification_state", "state=\"" + state + "\"", "channel=\"" + channel + "\"")
        .orElseThrow();
  }

  private double oldest(String state) {
    return figures.of("notification_oldest_seconds", "state=\"" + state + "\"").orElseThrow();
  }

  private double unanswered(String rank) {
    return figures.of("notification_unanswered", "rank=\"" + rank + "\"").orElseThrow();
  }

  private double nobodyLeft() {
    return figures.of("notification_nobody_left").orElseThrow();
  }

  private double latencies(String until, String le) {
    return figures
        .of(
            "notification_latency_seconds_bucket",
            "until=\"" + until + "\"",
            "channel=\"WEBHOOK\"",
            "le=\"" + le + "\"")
        .orElseThrow();
  }

  private long imbalances(String invariant, Instant now) {
    var found = books.imbalances(now, Duration.ZERO).get(invariant);
    assertThat(found).as(invariant).isNotNull();
    return found == null ? -1 : found;
  }
}
