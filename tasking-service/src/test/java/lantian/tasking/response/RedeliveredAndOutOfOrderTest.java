package lantian.tasking.response;

import static java.util.concurrent.TimeUnit.SECONDS;
import static lantian.events.WarningLevel.NONE;
import static lantian.events.WarningLevel.ORANGE;
import static lantian.events.WarningLevel.RED;
import static lantian.events.WarningLevel.YELLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import lantian.events.DutiesAssigned;
import lantian.events.Topics;
import lantian.kit.web.StrictJson;
import lantian.tasking.AWarning;
import lantian.tasking.TaskingTest;
import lantian.testing.TopicProbe;
import org.junit.jupiter.api.Test;

/** A level change takes effect once, and never after a newer one. */
class RedeliveredAndOutOfOrderTest extends TaskingTest {

  @Test
  void anEventThatIsDeliveredTwiceTasksNobodyTwice() {
    var warning = AWarning.in(DENGKOU);
    var changed = warning.to(ORANGE, "2016-12-09T16:04:00");
    var id = UUID.randomUUID();
    topics.send(id, changed);
    awaitRevision(warning.id, 1);
    topics.send(id, changed);
    publish(warning.to(ORANGE, "2016-12-09T17:04:00"));

    assertThat(told(warning.id, DutiesAssigned.class).stream().filter(e -> e.version() == 1))
        .hasSize(24);
    var duties = duties(warning.id, "");
    assertThat(duties.stream().map(duty -> duty.path("code").asString())).doesNotHaveDuplicates();
  }

  @Test
  void theSameRevisionUnderAnotherEventIdTasksNobodyTwiceEither() {
    var warning = AWarning.in(DENGKOU);
    var changed = warning.to(ORANGE, "2016-12-09T16:04:00");
    assertThat(handled(topics.send(changed))).isTrue();
    var duties = duties(warning.id, "");
    var told = told(warning.id);

    assertThat(handled(topics.send(changed))).isTrue();

    awaitOutbox();
    assertThat(duties(warning.id, "")).isEqualTo(duties);
    assertThat(told(warning.id)).isEqualTo(told);
  }

  @Test
  void revisionsThatComeAsThreeOneTwoEndAtThree() {
    var warning = AWarning.in(CHANGJI);
    var first = warning.to(YELLOW, "2016-12-09T16:04:00");
    var second = warning.to(ORANGE, "2016-12-09T17:04:00");
    var third = warning.to(RED, "2016-12-09T18:04:00");

    for (var changed : List.of(third, first, second)) {
      assertThat(handled(topics.send(changed))).isTrue();
    }
    awaitOutbox();

    assertThat(told(warning.id, DutiesAssigned.class))
        .hasSize(25)
        .allSatisfy(
            each -> {
              assertThat(each.version()).isEqualTo(3);
              assertThat(each.to()).isEqualTo(RED);
            });
    assertThat(told(warning.id)).hasSize(25);
    assertThat(duties(warning.id, ""))
        .allSatisfy(
            duty -> {
              assertThat(duty.path("revision").asLong()).isEqualTo(3);
              assertThat(duty.path("state").asString()).isEqualTo("ASSIGNED");
            });
  }

  @Test
  void aLateUpgradeDoesNotUndoTheLift() {
    var warning = AWarning.in(DENGKOU);
    publish(warning.to(YELLOW, "2016-12-09T16:04:00"));
    var upgrade = warning.to(RED, "2016-12-10T16:04:00");
    publish(warning.to(NONE, "2016-12-11T16:04:00"));
    var duties = duties(warning.id, "");

    assertThat(handled(topics.send(upgrade))).isTrue();

    assertThat(duties(warning.id, "")).isEqualTo(duties);
  }

  @Test
  void theDutiesAreToldInTheTraceInWhichTheLevelChanged() {
    var warning = AWarning.in(DENGKOU);
    var trace = "0af7651916cd43dd8448eb211c80319c";
    var headers = new HashMap<>(TopicProbe.headers(UUID.randomUUID(), "warning.level-changed.v1"));
    headers.put("traceparent", "00-" + trace + "-b7ad6b7169203331-01");
    topics.sendRaw(
        Topics.WARNINGS,
        warning.id.toString(),
        StrictJson.forEvents().writeValueAsBytes(warning.to(ORANGE, "2016-12-09T16:04:00")),
        headers);
    awaitRevision(warning.id, 1);

    assertThat(TopicProbe.recordsOf(Topics.DUTIES, warning.id.toString()))
        .hasSize(24)
        .allSatisfy(
            each -> {
              assertThat(TopicProbe.header(each, "traceparent")).startsWith("00-" + trace + "-");
              // When the level changed by business time, not when a worker came to it.
              assertThat(TopicProbe.header(each, "ce_time")).isEqualTo(headers.get("ce_time"));
            });
  }

  private boolean handled(UUID event) {
    await()
        .atMost(20, SECONDS)
        .until(
            () ->
                sql.sql("select count(*) from inbox where event_id = ?")
                        .param(event)
                        .query(Long.class)
                        .single()
                    == 1);
    awaitOutbox();
    return true;
  }
}
