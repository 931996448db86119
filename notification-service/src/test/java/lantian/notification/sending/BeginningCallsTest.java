package lantian.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import lantian.events.Channel;
import lantian.kit.security.Role;
import lantian.notification.Duties;
import lantian.notification.Liaisons;
import lantian.notification.OnNotificationService;
import lantian.notification.Receiver;
import lantian.notification.delivery.CreatingDeliveries;
import lantian.notification.delivery.DueDeliveries.Held;
import lantian.notification.delivery.DueDeliveries.Wanted;
import lantian.notification.sending.BeginningCalls.Taken;
import lantian.testing.Rest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is due is taken and noted as being called in one transaction. */
@OnNotificationService
class BeginningCallsTest {
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  @Autowired BeginningCalls beginning;
  @Autowired DeliverySender sender;
  @Autowired CreatingDeliveries creating;
  @Autowired TransactionTemplate transaction;
  @Autowired Liaisons liaisons;
  @Autowired Rest rest;
  @Autowired JdbcClient sql;

  private final Receiver receiver = new Receiver();
  private final UUID warning = UUID.randomUUID();
  private final String unit = Liaisons.newUnit();

  @BeforeEach
  void nothingIsUnderWay() {
    sender.stop();
    sql.sql("truncate delivery, delivery_attempt, escalation").update();
  }

  @AfterEach
  void close() {
    sender.start();
    receiver.close();
  }

  private Taken begin(Predicate<Held> mayBeCalled) {
    return beginning.begin(new Wanted(Channel.WEBHOOK, 10, 8, Map.of(), ""), mayBeCalled, DEADLINE);
  }

  private void tell() {
    transaction.executeWithoutResult(
        _ -> creating.onAssigned(Duties.assigned(warning, 1, unit), Duties.AT.toInstant()));
  }

  /** State, attempts, version, and whether it waits for its time; one line a delivery. */
  private List<String> rows() {
    return sql.sql(
            """
            select state || ' ' || attempts || ' ' || version || case when due_at is null then '' else ' due' end
            from delivery where warning_id = ? order by contact_id
            """)
        .param(warning)
        .query((rs, _) -> rs.getString(1))
        .list();
  }

  private int attempts() {
    return sql.sql("select count(*) from delivery_attempt").query(Integer.class).single();
  }

  @Test
  void aDeliveryIsWrittenOnceBeforeItsCallAndOnceAfterIt() {
    liaisons.enter(unit, receiver.url());
    tell();
    assertThat(rows()).containsExactly("PENDING 0 1 due");

    var taken = begin(_ -> true);
    assertThat(taken.due()).hasSize(1);
    assertThat(taken.begun()).hasSize(1);
    assertThat(rows()).containsExactly("CALLING 1 2");
    assertThat(attempts()).isEqualTo(1);
    assertThat(begin(_ -> true).due()).as("under way").isEmpty();

    sql.sql("update delivery set deadline = clock_timestamp()").update();
    sender.start();
    liaisons.awaitStates(warning, "ACCEPTED");
    assertThat(rows()).as("unknown 3, repeated 4, accepted 5").containsExactly("ACCEPTED 2 5");
  }

  @Test
  void whatHasNoLeaveStaysAsItWas() {
    liaisons.enter(unit, receiver.url());
    tell();
    sql.sql(
            "update delivery set state = 'CALLING', token = gen_random_uuid(), attempts = 1,"
                + " deadline = clock_timestamp(), due_at = null")
        .update();
    sql.sql(
            "update delivery set state = 'UNKNOWN', token = null, repeat = true, deadline = null,"
                + " due_at = clock_timestamp()")
        .update();
    var before = rows();

    var taken = begin(_ -> false);
    assertThat(taken.due()).hasSize(1);
    assertThat(taken.begun()).isEmpty();
    assertThat(taken.ended()).isZero();
    assertThat(rows()).isEqualTo(before).containsExactly("UNKNOWN 1 1 due");
    assertThat(attempts()).isZero();
    assertThat(begin(_ -> true).begun())
        .singleElement()
        .satisfies(begun -> assertThat(begun.delivery().progress().repeat()).isTrue());
  }

  @Test
  void whoDiesBeforeTheCommitHasTakenNothing() {
    liaisons.enter(unit, receiver.url());
    tell();
    assertThatThrownBy(
            () ->
                begin(
                    _ -> {
                      throw new IllegalStateException("killed");
                    }))
        .hasMessage("killed");
    assertThat(rows()).containsExactly("PENDING 0 1 due");
    assertThat(attempts()).isZero();
  }

  @Test
  void meanwhileNobodyElseTakesIt() {
    liaisons.enter(unit, receiver.url());
    tell();
    var byAnother = new ArrayList<Held>();
    begin(
        _ -> {
          var other = Thread.ofPlatform().start(() -> byAnother.addAll(begin(_ -> true).due()));
          try {
            other.join(Duration.ofSeconds(20));
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          assertThat(other.isAlive()).as("it waits for nobody").isFalse();
          return true;
        });
    assertThat(byAnother).isEmpty();
    assertThat(rows()).containsExactly("CALLING 1 2");
    assertThat(attempts()).isEqualTo(1);
  }

  @Test
  void whoseContactIsGoneIsNotAskedForLeaveAndFails() {
    var contact = liaisons.enter(unit, receiver.url());
    tell();
    var asked = new ArrayList<Held>();
    rest.as(Role.OFFICE).ifMatch(1).delete("/api/v1/contacts/" + contact.get("id").asString());

    var taken = begin(asked::add);
    assertThat(taken.ended()).isEqualTo(1);
    assertThat(asked).isEmpty();
    assertThat(rows()).containsExactly("PERM_FAIL 0 3");
    assertThat(attempts()).isZero();
    assertThat(liaisons.awaitTold(warning, 1).getFirst().type()).endsWith("failed.v1");
  }
}
