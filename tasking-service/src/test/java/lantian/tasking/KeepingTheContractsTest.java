package lantian.tasking;

import static lantian.events.WarningLevel.NONE;
import static lantian.events.WarningLevel.ORANGE;
import static lantian.events.WarningLevel.RED;
import static lantian.events.WarningLevel.YELLOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import lantian.events.EventType;
import lantian.events.Topics;
import lantian.events.WarningLevelChanged;
import lantian.events.WarningsEvent;
import lantian.kit.security.Role;
import lantian.testing.EventSamples;
import lantian.testing.EventSchemas;
import lantian.testing.TopicProbe;
import org.junit.jupiter.api.Test;

/** What this service writes is by the published schemas, and what they promise it can read. */
class KeepingTheContractsTest extends TaskingTest {
  @Test
  void everythingThatIsWrittenIsByItsSchema() {
    var warning = AWarning.in(DENGKOU);
    publish(warning.to(ORANGE, "2016-12-09T16:04:00"));
    var liaison = rest.asLiaisonOf("zjj", DENGKOU);
    var path = "/api/v1/duties/" + duties(warning.id, "&unit=zjj").getFirst().path("id").asString();
    liaison.ifMatch(1).post(path + "/progress", Map.of("text", "进行中"));
    liaison.ifMatch(3).post(path + "/complete", Map.of("evidence", "照片"));
    rest.as(Role.OFFICE).ifMatch(4).post(path + "/return", Map.of("reason", "补充"));
    moveTo("2016-12-10T00:00:00");
    publish(warning.to(RED, "2016-12-10T08:00:00"));
    publish(warning.to(YELLOW, "2016-12-10T09:00:00"));
    publish(warning.to(NONE, "2016-12-10T10:00:00"));

    var types = new HashSet<String>();
    for (var record : TopicProbe.recordsOf(Topics.DUTIES, warning.id.toString())) {
      var type = String.valueOf(TopicProbe.header(record, "ce_type"));
      types.add(type);
      assertThat(EventSchemas.objectionsTo(record)).isEmpty();
      assertThat(TopicProbe.header(record, "ce_source")).isEqualTo("/lantian/tasking-service");
      assertThat(TopicProbe.header(record, "traceparent")).isNotNull();
    }
    assertThat(types)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(EventType.values())
                .filter(type -> type.topic().equals(Topics.DUTIES))
                .map(EventType::wireName)
                .toList());
  }

  @Test
  void everySampleOfATopicThatIsReadIsHandled() {
    for (var sample : EventSamples.of(WarningsEvent.class).toList()) {
      topics.send(UUID.randomUUID(), sample);
    }
    var changed = EventSamples.ofRecord(WarningLevelChanged.class);

    awaitRevision(changed.warningId(), changed.version());

    assertThat(duties(changed.warningId(), "")).isNotEmpty();
    assertThat(
            sql.sql("select count(*) from parked_record where record_key = ?")
                .param(changed.key().getBytes(StandardCharsets.UTF_8))
                .query(Long.class)
                .single())
        .isZero();
  }
}
