package lantian.notification.sending;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import lantian.notification.Duties;
import lantian.notification.Liaisons;
import lantian.notification.OnNotificationService;
import lantian.notification.Receiver;
import lantian.notification.delivery.CreatingDeliveries;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The sender is woken by the commit; here it would look by itself only once an hour. */
@OnNotificationService
@TestPropertySource(properties = "lantian.notification.sending.poll=1h")
class FirstPushTest {
  @Autowired Liaisons liaisons;
  @Autowired CreatingDeliveries creating;
  @Autowired TransactionTemplate transaction;

  @Test
  void aPushLeavesRightAfterTheCommit() {
    try (var receiver = new Receiver()) {
      var unit = Liaisons.newUnit();
      liaisons.enter(unit, receiver.url());
      for (int i = 0; i < 20; i++) {
        var sent = i;
        transaction.executeWithoutResult(
            _ ->
                creating.onAssigned(
                    Duties.assigned(UUID.randomUUID(), 1, unit), Duties.AT.toInstant()));
        await()
            .atMost(20, SECONDS)
            .pollInterval(1, MILLISECONDS)
            .until(() -> receiver.received().size() == sent + 1);
      }
      assertThat(receiver.received()).hasSize(20);
    }
  }
}
