package lantian.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import lantian.events.EventType;
import lantian.kit.web.StrictJson;
import lantian.notification.Duties;
import lantian.notification.Liaisons;
import lantian.notification.MailServer;
import lantian.notification.OnNotificationService;
import lantian.notification.Receiver;
import lantian.testing.SpanProbe;
import lantian.testing.TopicProbe;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A call of a receiver is part of the trace of the level change that it tells of. */
@OnNotificationService
@Import(SpanProbe.class)
class TracedDeliveryTest {
  private static final String CAME_FROM = "00f067aa0ba902b7";

  @Autowired TopicProbe topics;
  @Autowired Liaisons liaisons;
  @Autowired MailServer postOffice;
  @Autowired SpanProbe spans;
  @Autowired JdbcClient sql;

  private final String trace = UUID.randomUUID().toString().replace("-", "");
  private final UUID warning = UUID.randomUUID();
  private final String unit = Liaisons.newUnit();

  @Test
  void theReceiverGetsTheTraceAndTheEventOfItsAnswerContinuesIt() {
    try (var receiver = new Receiver()) {
      liaisons.enter(unit, receiver.url());
      tell();
      liaisons.awaitStates(warning, "ACCEPTED");

      var read = the("duties.assigned.v1");
      var deliver = the("deliver");
      var push = the("push webhook");
      assertThat(read.getParentSpanId()).isEqualTo(CAME_FROM);
      assertThat(deliver.getParentSpanId()).isEqualTo(read.getSpanId());
      assertThat(push.getParentSpanId()).isEqualTo(deliver.getSpanId());
      assertThat(push.getKind()).isEqualTo(SpanKind.CLIENT);
      assertThat(push.getAttributes().get(AttributeKey.stringKey("server.address")))
          .isEqualTo(receiver.url("").replaceFirst("/$", ""));
      assertThat(receiver.received().getFirst().headers().get("traceparent"))
          .isEqualTo("00-" + trace + "-" + push.getSpanId() + "-01");
      assertThat(traceparentOfTheEvent())
          .isEqualTo("00-" + trace + "-" + deliver.getSpanId() + "-01");
    }
  }

  @Test
  void aCallThatIsNotTakenIsMarkedAndTheNextOneIsOfTheSameTrace() {
    try (var receiver = new Receiver()) {
      receiver.next(Receiver.Behaviour.status(503));
      liaisons.enter(unit, receiver.url());
      tell();
      liaisons.awaitStates(warning, "ACCEPTED");
      await().atMost(20, TimeUnit.SECONDS).until(() -> named("push webhook").size() == 2);
      assertThat(named("push webhook").stream().map(TracedDeliveryTest::error))
          .containsExactly("TryAgain", null);
    }
  }

  @Test
  void aMailIsASpanThatNamesNobody() {
    liaisons.enterByMail(unit, unit + "@zjj.example");
    tell();
    liaisons.awaitStates(warning, "ACCEPTED");
    var push = the("push email");
    assertThat(push.getKind()).isEqualTo(SpanKind.CLIENT);
    assertThat(push.getParentSpanId()).isEqualTo(the("deliver").getSpanId());
    assertThat(postOffice.mailsTo(unit + "@zjj.example")).hasSize(1);
    assertThat(spans.of(trace))
        .allSatisfy(
            span -> assertThat(span.getAttributes().toString()).doesNotContain("example", "王芳"));
  }

  private void tell() {
    var event = Duties.assigned(warning, 1, unit);
    var headers = TopicProbe.headers(UUID.randomUUID(), EventType.DUTIES_ASSIGNED.wireName());
    headers.put("traceparent", "00-" + trace + "-" + CAME_FROM + "-01");
    topics.sendRaw(
        EventType.DUTIES_ASSIGNED.topic(),
        event.key(),
        StrictJson.forEvents().writeValueAsBytes(event),
        headers);
  }

  private SpanData the(String name) {
    await().atMost(20, TimeUnit.SECONDS).until(() -> named(name).size() == 1);
    return named(name).getFirst();
  }

  private List<SpanData> named(String name) {
    return spans.of(trace).stream().filter(span -> span.getName().equals(name)).toList();
  }

  private static @Nullable String error(SpanData span) {
    return span.getAttributes().get(AttributeKey.stringKey("error"));
  }

  private String traceparentOfTheEvent() {
    return sql.sql(
            "select traceparent from outbox where type = 'delivery.sent.v1' and traceparent like ?")
        .param("00-" + trace + "%")
        .query(String.class)
        .single();
  }
}
