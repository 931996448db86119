package lantian.kit.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import lantian.events.Mode;
import lantian.events.Topics;
import lantian.kit.web.StrictJson;
import lantian.testing.TopicProbe;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnSampleService
class ReceivingEventsTest {
  @Autowired TopicProbe topics;
  @Autowired JdbcClient sql;
  @Autowired SampleService.Seen seen;

  private final UUID warning = UUID.randomUUID();

  @AfterEach
  void nothingFailsAnyMore() {
    seen.failure = null;
  }

  @Test
  void anEventDeliveredTwiceTakesEffectOnce() {
    var id = UUID.randomUUID();
    topics.send(id, Samples.aProposal(warning));
    topics.send(id, Samples.aProposal(warning));
    var after = topics.send(Samples.aProposal(warning));
    awaitSeen(after);
    assertThat(timesSeen(id)).isEqualTo(1);
  }

  /** What is wrong with a record. */
  enum Malformed {
    NOT_JSON("NOT_JSON"),
    EMPTY("EMPTY"),
    TOMBSTONE("EMPTY"),
    NO_MODE("NOT_BY_SCHEMA"),
    UNKNOWN_MODE("NOT_BY_SCHEMA"),
    UNKNOWN_LEVEL("NOT_BY_SCHEMA"),
    NO_ID("NOT_A_CLOUD_EVENT"),
    NO_HEADERS("NOT_A_CLOUD_EVENT"),
    OF_ANOTHER_TOPIC("WRONG_TOPIC");

    final String reason;

    Malformed(String reason) {
      this.reason = reason;
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMalformedRecordIsParkedWithItsBytesAndTheNextOneGoesOn(Malformed what) {
    var good =
        new String(StrictJson.forEvents().writeValueAsBytes(Samples.aProposal(warning)), UTF_8);
    var headers = TopicProbe.headers(UUID.randomUUID(), "warning.proposed.v1");
    String body =
        switch (what) {
          case NOT_JSON -> "{\"mode\": LIVE";
          case EMPTY -> "";
          case TOMBSTONE -> null;
          case NO_MODE -> good.replace("\"mode\":\"LIVE\",", "");
          case UNKNOWN_MODE -> good.replace("\"LIVE\"", "\"MAYBE\"");
          case UNKNOWN_LEVEL -> good.replace("\"ORANGE\"", "\"PURPLE\"");
          case NO_ID, NO_HEADERS, OF_ANOTHER_TOPIC -> good;
        };
    switch (what) {
      case NO_ID -> headers.remove("ce_id");
      case NO_HEADERS -> headers.clear();
      case OF_ANOTHER_TOPIC -> {
        headers.put("ce_type", "duty.accepted.v1");
        body =
            """
            {"mode":"LIVE","version":1,"dutyId":"%s","warningId":"%s","jurisdiction":"652300",
             "unit":"a","code":"b","by":"c","acceptedAt":"2026-01-01T00:00:00+08:00"}"""
                .formatted(warning, warning);
      }
      default -> {}
    }
    topics.sendRaw(
        Topics.WARNINGS, warning.toString(), body == null ? null : body.getBytes(UTF_8), headers);
    awaitSeen(topics.send(Samples.aProposal(warning)));

    var parked =
        sql.sql("select reason, payload from parked_record where record_key = ?")
            .param(warning.toString().getBytes(UTF_8))
            .query(
                (rs, _) -> {
                  var bytes = rs.getBytes(2);
                  return Map.entry(rs.getString(1), bytes == null ? "" : new String(bytes, UTF_8));
                })
            .single();
    assertThat(parked).isEqualTo(Map.entry(what.reason, body == null ? "" : body));
  }

  /** Written before there was a header for it, a live event is read; a drill then was none. */
  @ParameterizedTest
  @CsvSource({"DRILL,", "DRILL, LIVE", "LIVE, DRILL", "LIVE, live", "LIVE, ''"})
  void anEventWhoseHeaderDoesNotSayTheSameModeIsParked(Mode body, @Nullable String header) {
    var headers = TopicProbe.headers(UUID.randomUUID(), "warning.proposed.v1");
    if (header != null) {
      headers.put("ce_mode", header);
    }
    var good =
        new String(StrictJson.forEvents().writeValueAsBytes(Samples.aProposal(warning)), UTF_8);
    topics.sendRaw(
        Topics.WARNINGS,
        warning.toString(),
        good.replace("\"LIVE\"", "\"" + body + "\"").getBytes(UTF_8),
        headers);
    awaitSeen(topics.send(Samples.aProposal(warning)));
    assertThat(
            sql.sql("select reason from parked_record where record_key = ?")
                .param(warning.toString().getBytes(UTF_8))
                .query(String.class)
                .single())
        .isEqualTo("UNCLEAR_MODE");
  }

  @Test
  void aTypeThatThisVersionDoesNotKnowIsPassedOver() {
    topics.sendRaw(
        Topics.WARNINGS,
        warning.toString(),
        "{\"anything\": 1}".getBytes(UTF_8),
        TopicProbe.headers(UUID.randomUUID(), "warning.invented.v9"));
    awaitSeen(topics.send(Samples.aProposal(warning)));
    assertThat(parkedOfThisWarning()).isZero();
  }

  @Test
  void anEventThatDoesNotSayItsContentTypeIsReadAllTheSame() {
    var id = UUID.randomUUID();
    var headers = TopicProbe.headers(id, "warning.proposed.v1");
    headers.remove("content-type");
    topics.sendRaw(
        Topics.WARNINGS,
        warning.toString(),
        StrictJson.forEvents().writeValueAsBytes(Samples.aProposal(warning)),
        headers);
    awaitSeen(id);
    assertThat(parkedOfThisWarning()).isZero();
  }

  @Test
  void aFieldThatThisVersionDoesNotKnowIsPassedOver() {
    var body =
        new String(StrictJson.forEvents().writeValueAsBytes(Samples.aProposal(warning)), UTF_8)
            .replaceFirst("\\{", "{\"invented\": [1, 2],");
    var id = UUID.randomUUID();
    topics.sendRaw(
        Topics.WARNINGS,
        warning.toString(),
        body.getBytes(UTF_8),
        TopicProbe.headers(id, "warning.proposed.v1"));
    awaitSeen(id);
  }

  @Test
  void theSameIdWithAnotherBodyIsParkedNotIgnored() {
    var id = UUID.randomUUID();
    topics.send(id, Samples.aProposal(warning));
    awaitSeen(id);
    var other = UUID.randomUUID();
    topics.send(id, Samples.aProposal(other));
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                sql.sql("select count(*) from parked_record where record_key = ? and reason = ?")
                    .params(other.toString().getBytes(UTF_8), "ID_REUSED")
                    .query(Integer.class)
                    .single(),
            n -> n == 1);
  }

  @Test
  void aReaderThatFailsLeavesNothingBehindAndTheRecordIsParked() {
    seen.failure = new IllegalStateException("a bug");
    topics.send(Samples.aProposal(warning));
    awaitParked();
    seen.failure = null;
    awaitSeen(topics.send(Samples.aProposal(warning)));
    assertThat(rowsOfThisWarning()).isEqualTo(1);
  }

  @Test
  void aReaderThatFailsWithAnErrorDoesNotStopTheConsumer() {
    seen.failure = new StackOverflowError("a deep bug");
    topics.send(Samples.aProposal(warning));
    awaitParked();
    seen.failure = null;
    awaitSeen(topics.send(Samples.aProposal(warning)));
  }

  private void awaitParked() {
    await().atMost(Duration.ofSeconds(20)).until(() -> parkedOfThisWarning() == 1);
  }

  private void awaitSeen(UUID id) {
    await().atMost(Duration.ofSeconds(20)).until(() -> timesSeen(id) > 0);
  }

  private int timesSeen(UUID id) {
    return sql.sql("select count(*) from seen where event_id = ?")
        .param(id)
        .query(Integer.class)
        .single();
  }

  private int rowsOfThisWarning() {
    return sql.sql("select count(*) from seen where warning_id = ?")
        .param(warning)
        .query(Integer.class)
        .single();
  }

  private int parkedOfThisWarning() {
    return sql.sql("select count(*) from parked_record where record_key = ?")
        .param(warning.toString().getBytes(UTF_8))
        .query(Integer.class)
        .single();
  }
}
