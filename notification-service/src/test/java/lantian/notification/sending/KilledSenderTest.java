package lantian.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import lantian.notification.Duties;
import lantian.notification.Liaisons;
import lantian.notification.OnNotificationService;
import lantian.notification.Receiver;
import lantian.notification.Receiver.Behaviour;
import lantian.notification.delivery.CallOutcome;
import lantian.notification.delivery.Deliveries;
import lantian.notification.delivery.DeliveryId;
import lantian.notification.delivery.DueDeliveries.Ended;
import lantian.notification.sending.ConcludingCalls.EndedCall;
import lantian.testing.TopicProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a killed sender leaves is its row as it was when it died. */
@OnNotificationService
class KilledSenderTest {
  @Autowired TopicProbe topics;
  @Autowired Liaisons liaisons;
  @Autowired JdbcClient sql;
  @Autowired ConcludingCalls concluding;
  @Autowired Deliveries deliveries;

  private final Receiver receiver = new Receiver();
  private final UUID sample = UUID.randomUUID();
  private final UUID warning = UUID.randomUUID();
  private final UUID delivery = UUID.randomUUID();
  private final UUID token = UUID.randomUUID();
  private final String unit = Liaisons.newUnit();

  @BeforeEach
  void send() {
    liaisons.enter(unit, receiver.url());
    topics.send(Duties.assigned(sample, 1, unit));
    liaisons.awaitStates(sample, "ACCEPTED");
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  /** A copy of the delivery sent, for another warning, as a killed process would have left it. */
  private void leave(String state, int attempts, String deadline) {
    sql.sql(
            """
            insert into delivery (id, mode, warning_id, revision, jurisdiction, unit, contact_id, contact_name,
              channel, origin, purpose, content, state, attempts, created_at, deadline, token, give_up_at)
            select :id, mode, :warning, revision, jurisdiction, unit, contact_id, contact_name, channel, origin,
              purpose, content, :state, :attempts, created_at, clock_timestamp() + cast(:deadline as interval),
              :token, give_up_at
            from delivery where warning_id = :sample
            """)
        .param("id", delivery)
        .param("warning", warning)
        .param("sample", sample)
        .param("state", state)
        .param("attempts", attempts)
        .param("deadline", deadline)
        .param("token", token)
        .update();
    if (attempts > 0) {
      sql.sql(
              """
              insert into delivery_attempt (delivery_id, number, repeat, started_at)
              values (?, ?, false, clock_timestamp())
              """)
          .params(delivery, attempts)
          .update();
    }
  }

  @Test
  void whatItHadOnlyClaimedIsSentAsIfNothingHadBeen() {
    leave("CLAIMED", 0, "-1 second");

    liaisons.awaitStates(warning, "ACCEPTED");
    var sent = receiver.received().getLast().json();
    assertThat(sent.get("deliveryId").asString()).isEqualTo(delivery.toString());
    assertThat(sent.get("repeat").asBoolean()).isFalse();
    assertThat(liaisons.outcomesOf(warning)).containsExactly("SENT");
  }

  @Test
  void whatItWasCallingHasAnUnknownEndAndIsRepeatedOnceMarked() {
    leave("CALLING", 1, "-1 second");

    liaisons.awaitStates(warning, "ACCEPTED");
    var sent = receiver.received().getLast().json();
    assertThat(sent.get("deliveryId").asString()).isEqualTo(delivery.toString());
    assertThat(sent.get("repeat").asBoolean()).isTrue();
    assertThat(liaisons.outcomesOf(warning)).containsExactly("UNKNOWN", "SENT");
  }

  @Test
  void whatAnotherSenderHoldsIsLeftAlone() {
    leave("CLAIMED", 0, "1 hour");
    var next = UUID.randomUUID();
    topics.send(Duties.assigned(next, 1, unit));

    liaisons.awaitStates(next, "ACCEPTED");
    assertThat(liaisons.statesOf(warning)).containsExactly("CLAIMED");
    sql.sql("update delivery set deadline = clock_timestamp() where id = ?")
        .param(delivery)
        .update();
    liaisons.awaitStates(warning, "ACCEPTED");
  }

  @Test
  void aSenderThoughtDeadChangesNothingWhenItComesBack() {
    receiver.next(Behaviour.drop());
    leave("CALLING", 1, "-1 second");
    liaisons.awaitStates(warning, "PERM_FAIL"); // unknown, and the repeat was dropped as well

    var begun = deliveries.find(new DeliveryId(delivery)).orElseThrow();
    var ended = new EndedCall(new Ended(begun, token), new CallOutcome.Sent("HTTP 200"), null);
    var tooLate = concluding.conclude(List.of(ended));

    assertThat(tooLate).containsExactly(ended);
    assertThat(liaisons.statesOf(warning)).containsExactly("PERM_FAIL");
  }
}
