package lantian.notification.delivery;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import lantian.events.EventType;
import lantian.events.Mode;
import lantian.events.Occasion;
import lantian.events.Topics;
import lantian.kit.web.StrictJson;
import lantian.notification.Duties;
import lantian.notification.Liaisons;
import lantian.notification.OnNotificationService;
import lantian.notification.Receiver;
import lantian.testing.TopicProbe;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A record that is not by the contract is set aside with its reason; the next one is handled. */
@OnNotificationService
class PoisonRecordsTest {
  private static final String ASSIGNED = EventType.DUTIES_ASSIGNED.wireName();

  @Autowired TopicProbe topics;
  @Autowired Liaisons liaisons;
  @Autowired JdbcClient sql;
  @Autowired MeterRegistry metrics;

  private final Receiver receiver = new Receiver();
  private final UUID warning = UUID.randomUUID();
  private final String unit = Liaisons.newUnit();

  @AfterEach
  void close() {
    receiver.close();
  }

  private String goodJson() {
    return StrictJson.forEvents().writeValueAsString(Duties.assigned(warning, 1, unit));
  }

  private void sendAndThenAGoodOne(String type, @Nullable String body) {
    liaisons.enter(unit, receiver.url());
    topics.sendRaw(
        Topics.DUTIES,
        warning.toString(),
        body == null ? null : body.getBytes(StandardCharsets.UTF_8),
        TopicProbe.headers(UUID.randomUUID(), type));
    topics.send(Duties.assigned(warning, 2, unit));
    await()
        .atMost(40, SECONDS)
        .until(
            () ->
                receiver.received().stream()
                    .anyMatch(r -> r.json().at("/warning/revision").asLong() == 2));
  }

  private String reasonOfParked() {
    return sql.sql("select reason from parked_record where convert_from(record_key, 'UTF8') = ?")
        .param(warning.toString())
        .query((rs, _) -> rs.getString(1))
        .single();
  }

  @Test
  void notJson() {
    sendAndThenAGoodOne(ASSIGNED, "{\"mode\":");
    assertThat(reasonOfParked()).isEqualTo("NOT_JSON");
  }

  @Test
  void empty() {
    sendAndThenAGoodOne(ASSIGNED, null);
    assertThat(reasonOfParked()).isEqualTo("EMPTY");
  }

  @Test
  void anUnknownValueInAKnownType() {
    sendAndThenAGoodOne(ASSIGNED, goodJson().replace("\"ORANGE\"", "\"PURPLE\""));
    assertThat(reasonOfParked()).isEqualTo("NOT_BY_SCHEMA");
  }

  @Test
  void withoutAModeNothingIsSent() {
    sendAndThenAGoodOne(ASSIGNED, goodJson().replace("\"mode\":\"LIVE\",", ""));
    assertThat(reasonOfParked()).isEqualTo("NOT_BY_SCHEMA");
    assertThat(receiver.received()).hasSize(1);
  }

  /** F28: each of them might reach people as if it were live, or the other way round. */
  @Test
  void aDrillThatDoesNotSayItTwiceIsNotSent() {
    var before = stoppedAtGate();
    var drill = goodJson().replace("\"LIVE\"", "\"DRILL\"");
    sendAndThenAGoodOne(ASSIGNED, drill);
    assertThat(reasonOfParked()).isEqualTo("UNCLEAR_MODE");
    assertThat(receiver.received()).hasSize(1);
    assertThat(receiver.received().getFirst().json().get("mode").asString()).isEqualTo("LIVE");
    assertThat(stoppedAtGate()).isGreaterThan(before);
  }

  @Test
  void aWarningThatWasADrillIsNotToldOfAsLive() {
    liaisons.enter(unit, receiver.url());
    topics.send(Duties.assigned(warning, 1, unit, Occasion.LEVEL_CHANGE, Mode.DRILL));
    await().atMost(40, SECONDS).until(() -> receiver.received().size() == 1);
    topics.send(Duties.assigned(warning, 2, unit));
    topics.send(Duties.assigned(warning, 3, unit, Occasion.LEVEL_CHANGE, Mode.DRILL));
    await().atMost(40, SECONDS).until(() -> receiver.received().size() == 2);
    assertThat(reasonOfParked()).isEqualTo("UNCLEAR_MODE");
    assertThat(receiver.received())
        .allSatisfy(r -> assertThat(r.json().at("/text/zh").asString()).startsWith("【演练】"))
        .noneMatch(r -> r.json().at("/warning/revision").asLong() == 2);
  }

  @Test
  void theTextsOfOneModeCannotBeKeptInTheOther() {
    liaisons.enter(unit, receiver.url());
    topics.send(Duties.assigned(warning, 1, unit));
    await().atMost(40, SECONDS).until(() -> receiver.received().size() == 1);
    var copy =
        """
        insert into delivery select (d).* from (select jsonb_populate_record(x, jsonb_build_object(
          'id', gen_random_uuid(), 'revision', 9, 'mode', 'DRILL')) d
          from delivery x where warning_id = ?) y
        """;
    assertThatThrownBy(() -> sql.sql(copy).param(warning).update())
        .hasMessageContaining("drill_says_so");
  }

  private double stoppedAtGate() {
    return metrics.get("drill.gate.blocked").tag("mode", "UNCLEAR").counter().count();
  }

  @Test
  void anEventOfAnotherTopic() {
    sendAndThenAGoodOne(
        EventType.DELIVERY_SENT.wireName(),
        """
        {"mode": "LIVE", "version": 1, "deliveryId": "%1$s", "warningId": "%1$s", "revision": 1,
         "jurisdiction": "652300", "unit": "zjj", "contactId": "%1$s", "channel": "WEBHOOK",
         "purpose": "LEVEL_CHANGE", "attempts": 1, "repeat": false,
         "createdAt": "2026-01-01T08:00:00+08:00", "sentAt": "2026-01-01T08:00:00+08:00"}
        """
            .formatted(UUID.randomUUID()));
    assertThat(reasonOfParked()).isEqualTo("WRONG_TOPIC");
  }

  @Test
  void aTypeThatIsNotKnownIsPassedOver() {
    sendAndThenAGoodOne("duties.sung.v1", "{\"mode\": \"LIVE\"}");
    assertThat(
            sql.sql("select count(*) from parked_record where convert_from(record_key, 'UTF8') = ?")
                .param(warning.toString())
                .query(Long.class)
                .single())
        .isZero();
  }
}
