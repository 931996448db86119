package lantian.reporting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantian.events.EventType;
import lantian.testing.EventSamples;
import lantian.testing.TopicProbe;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is published beside the code holds for the code: event samples, and what may not be taken
 * in.
 */
@OnReportingService
class ContractsTest {
  @Autowired TopicProbe topics;
  @Autowired JdbcClient sql;

  @Test
  void everySampleOfEveryTopicIsTakenIn() {
    List<UUID> sent = new ArrayList<>();
    for (EventType type : EventType.values()) {
      sent.add(topics.send(EventSamples.of(type)));
    }
    assertThat(sent).hasSize(17);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                sql.sql("select count(*) from inbox where event_id in (:ids)")
                        .param("ids", sent)
                        .query(Long.class)
                        .single()
                    == sent.size());
  }

  @Test
  void aRecordThatCannotBeUsedIsParkedAndTheNextOnesAreRead() {
    EventType type = EventType.DUTY_COMPLETED;
    Map<String, byte[]> bad = new LinkedHashMap<>();
    bad.put("not json", "<duty/>".getBytes(UTF_8));
    bad.put("empty", new byte[0]);
    bad.put("no mode", EventSamples.json(type).without("mode").toString().getBytes(UTF_8));
    bad.put(
        "unknown value", EventSamples.json(type).put("mode", "TEST").toString().getBytes(UTF_8));
    bad.forEach(
        (key, body) ->
            topics.sendRaw(
                type.topic(), key, body, TopicProbe.headers(UUID.randomUUID(), type.wireName())));
    UUID unknown = UUID.randomUUID();
    topics.sendRaw(
        type.topic(), "unknown type", new byte[] {'{', '}'}, TopicProbe.headers(unknown, "x.v9"));
    UUID next = topics.send(EventSamples.of(type));
    await().atMost(Duration.ofSeconds(30)).until(() -> isRead(next));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        sql.sql("select convert_from(record_key, 'UTF8') from parked_record")
                            .query(String.class)
                            .list())
                    .containsExactlyInAnyOrderElementsOf(bad.keySet()));
    assertThat(isRead(unknown)).isFalse();
  }

  private boolean isRead(UUID event) {
    return sql.sql("select count(*) from inbox where event_id = ?")
            .param(event)
            .query(Long.class)
            .single()
        == 1;
  }
}
