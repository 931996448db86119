package lantian.notification.sending;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lantian.notification.Duties;
import lantian.notification.Liaisons;
import lantian.notification.OnNotificationService;
import lantian.notification.Receiver;
import lantian.notification.Receiver.Behaviour;
import lantian.testing.TopicProbe;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnNotificationService
class SlowTargetTest {
  @Autowired TopicProbe topics;
  @Autowired Liaisons liaisons;
  @Autowired JdbcClient sql;

  @Test
  void aTargetThatSwallowsEverythingHoldsUpNoOther() {
    var warning = UUID.randomUUID();
    List<Receiver> healthy = new ArrayList<>();
    try (var blackHole = new Receiver().always(Behaviour.blackHole())) {
      var stuck = Liaisons.newUnit();
      for (int i = 0; i < 50; i++) {
        liaisons.enter(stuck, blackHole.url("/" + i));
      }
      List<String> units = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        var receiver = new Receiver();
        healthy.add(receiver);
        units.add(Liaisons.newUnit());
        liaisons.enter(units.getLast(), receiver.url());
      }

      topics.send(Duties.assigned(warning, 1, stuck));
      await().atMost(40, SECONDS).until(() -> blackHole.received().size() >= 8);
      units.forEach(unit -> topics.send(Duties.assigned(warning, 1, unit)));

      // Eight calls at a time, a second each: the black hole alone takes more than six seconds.
      await()
          .atMost(40, SECONDS)
          .pollInterval(20, MILLISECONDS)
          .until(() -> healthy.stream().allMatch(receiver -> receiver.received().size() == 1));
      assertThat(
              sql.sql(
                      """
                      select count(*) from delivery
                      where warning_id = ? and unit = ? and state = 'PENDING' and attempts = 0
                      """)
                  .params(warning, stuck)
                  .query(Long.class)
                  .single())
          .as("deliveries to the black hole that still wait for their first call")
          .isPositive();
    } finally {
      healthy.forEach(Receiver::close);
    }
  }
}
