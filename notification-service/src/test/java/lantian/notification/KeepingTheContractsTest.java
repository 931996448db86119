package lantian.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import lantian.events.DutiesAssigned;
import lantian.events.DutiesEvent;
import lantian.events.EventType;
import lantian.events.Topics;
import lantian.testing.EventSamples;
import lantian.testing.EventSchemas;
import lantian.testing.Rest;
import lantian.testing.TopicProbe;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What this service writes is by the published schemas, and what they promise it can read. */
@OnNotificationService
class KeepingTheContractsTest {
  @Autowired TopicProbe topics;
  @Autowired Liaisons liaisons;
  @Autowired Rest rest;
  @Autowired JdbcClient sql;

  @Test
  void everythingThatIsWrittenIsByItsSchema() {
    var answered = UUID.randomUUID();
    var failed = UUID.randomUUID();
    var types = new HashSet<String>();
    try (var receiver = new Receiver()) {
      var unit = Liaisons.newUnit();
      liaisons.enter(unit, receiver.url());
      topics.send(Duties.assigned(answered, 1, unit));
      topics.send(Duties.assigned(failed, 1, Liaisons.newUnit()));
      liaisons.awaitStates(answered, "ACCEPTED");
      liaisons.awaitStates(failed, "PERM_FAIL");
      var id = liaisons.onlyDeliveryOf(answered).at("/delivery/id").asString();
      rest.asLiaisonOf(unit, "652300").post("/api/v1/deliveries/" + id + "/acknowledge", null);
      liaisons.awaitTold(answered, 2);
      liaisons.awaitTold(failed, 2); // failed, and nobody is left to tell
    }
    for (var warning : List.of(answered, failed)) {
      var key = liaisons.onlyDeliveryOf(warning).at("/delivery/id").asString();
      for (var record : TopicProbe.recordsOf(Topics.DELIVERIES, key)) {
        var type = String.valueOf(TopicProbe.header(record, "ce_type"));
        types.add(type);
        assertThat(EventSchemas.objectionsTo(record)).isEmpty();
        assertThat(TopicProbe.header(record, "ce_source"))
            .isEqualTo("/lantian/notification-service");
        assertThat(TopicProbe.header(record, "traceparent")).isNotNull();
      }
    }
    assertThat(types)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(EventType.values())
                .filter(type -> type.topic().equals(Topics.DELIVERIES))
                .map(EventType::wireName)
                .toList());
  }

  @Test
  void everySampleOfTheTopicThatIsReadIsHandled() {
    for (var sample : EventSamples.of(DutiesEvent.class).toList()) {
      topics.send(UUID.randomUUID(), sample);
    }
    var assigned = EventSamples.ofRecord(DutiesAssigned.class);

    // Nobody has entered a contact for the unit of the sample.
    Awaitility.await()
        .untilAsserted(
            () -> assertThat(liaisons.statesOf(assigned.warningId())).contains("PERM_FAIL"));
    assertThat(
            sql.sql("select count(*) from parked_record where record_key = ?")
                .param(assigned.key().getBytes(StandardCharsets.UTF_8))
                .query(Long.class)
                .single())
        .isZero();
  }
}
