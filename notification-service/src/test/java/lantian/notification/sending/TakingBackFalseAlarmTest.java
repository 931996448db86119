package lantian.notification.sending;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import lantian.kit.time.MovableClock;
import lantian.notification.Duties;
import lantian.notification.Liaisons;
import lantian.notification.OnNotificationService;
import lantian.notification.Receiver;
import lantian.notification.Receiver.Behaviour;
import lantian.notification.contact.Rank;
import lantian.testing.TopicProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A warning was published in error: whoever was told hears of it before everything else. */
@OnNotificationService
class TakingBackFalseAlarmTest {
  @Autowired TopicProbe topics;
  @Autowired Liaisons liaisons;
  @Autowired JdbcClient sql;
  @Autowired MovableClock clock;

  @AfterEach
  void theClockGoesBack() {
    clock.stopAt(Liaisons.NOW);
  }

  @Test
  void itIsCalledBeforeWhatHasWaitedLonger() {
    var alarm = UUID.randomUUID();
    try (var oneRoom = new Receiver()) {
      var unit = Liaisons.newUnit();
      liaisons.enter(unit, oneRoom.url("/told"));
      topics.send(Duties.assigned(alarm, 1, unit));
      await().atMost(40, SECONDS).until(() -> oneRoom.received().size() == 1);

      oneRoom.always(slow());
      var busy = Liaisons.newUnit();
      for (int i = 0; i < 60; i++) {
        liaisons.enter(busy, oneRoom.url("/" + i));
      }
      topics.send(Duties.assigned(UUID.randomUUID(), 1, busy));
      await().atMost(40, SECONDS).until(() -> oneRoom.received().size() >= 9);
      topics.send(Duties.takenBack(alarm, 2, unit));

      await().atMost(40, SECONDS).until(() -> !correctionsTo(oneRoom).isEmpty());
      assertThat(correctionsTo(oneRoom).getFirst())
          .as("how many were called before it, of the 60 that waited longer")
          .isLessThan(40);
      var message = oneRoom.received().get(correctionsTo(oneRoom).getFirst()).json();
      assertThat(message.at("/warning/kind").asString()).isEqualTo("CANCEL");
      assertThat(message.at("/text/zh").asString()).startsWith("【更正】昌吉州此前发布的重污染天气橙色预警系误发，现予撤销。");
      assertThat(message.at("/text/en").asString()).startsWith("[CORRECTION]");
      assertThat(message.at("/title/zh").asString()).startsWith("【更正】昌吉州撤销误发的重污染天气橙色预警");
    }
  }

  /** It takes its time, and answers. */
  private static Behaviour slow() {
    return (exchange, closed) -> {
      try {
        closed.await(400, MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      exchange.sendResponseHeaders(200, -1);
    };
  }

  private static List<Integer> correctionsTo(Receiver receiver) {
    var received = receiver.received();
    return java.util.stream.IntStream.range(0, received.size())
        .filter(i -> received.get(i).json().at("/warning/kind").asString().equals("CANCEL"))
        .boxed()
        .toList();
  }

  @Test
  void whoWasToldInsteadOfTheLiaisonIsToldToo() {
    var alarm = UUID.randomUUID();
    var unit = Liaisons.newUnit();
    try (var liaison = new Receiver();
        var deputy = new Receiver();
        var another = new Receiver()) {
      liaisons.enter(unit, "王芳", Rank.LIAISON, liaison.url());
      liaisons.enter(unit, "李强", Rank.DEPUTY, deputy.url());
      topics.send(Duties.assigned(alarm, 1, unit));
      await().atMost(40, SECONDS).until(() -> liaison.received().size() == 1);
      clock.stopAt(Liaisons.NOW.plus(Duration.ofMinutes(31)));
      await().atMost(40, SECONDS).until(() -> deputy.received().size() == 1);
      liaisons.enter(unit, "新副职", Rank.DEPUTY, another.url());

      topics.send(Duties.takenBack(alarm, 2, unit));

      await().atMost(40, SECONDS).until(() -> deputy.received().size() == 2);
      await().atMost(40, SECONDS).until(() -> liaison.received().size() == 2);
      assertThat(deputy.received().getLast().json().at("/text/zh").asString()).startsWith("【更正】");
      assertThat(another.received()).as("who had not been told").isEmpty();
      topics.send(Duties.takenBack(alarm, 2, unit));
      assertThat(
              sql.sql("select count(*) from delivery where warning_id = ? and revision = 2")
                  .param(alarm)
                  .query(Long.class)
                  .single())
          .isEqualTo(2);
    }
  }
}
