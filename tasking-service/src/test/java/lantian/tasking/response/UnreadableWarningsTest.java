package lantian.tasking.response;

import static java.util.concurrent.TimeUnit.SECONDS;
import static lantian.events.WarningLevel.ORANGE;
import static lantian.events.WarningLevel.YELLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import lantian.events.Topics;
import lantian.events.WarningLevelChanged;
import lantian.kit.web.StrictJson;
import lantian.tasking.AWarning;
import lantian.tasking.TaskingTest;
import lantian.testing.TopicProbe;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What cannot be handled is set aside with its reason, and the next record is handled. */
class UnreadableWarningsTest extends TaskingTest {
  private static final String TYPE = "warning.level-changed.v1";
  private static final JsonMapper JSON = StrictJson.forEvents();

  static List<Arguments> bodies() {
    return List.of(
        Arguments.of("not JSON", edit(_ -> "这不是 JSON"), "NOT_JSON"),
        Arguments.of("cut off", edit(json -> json.substring(0, 40)), "NOT_JSON"),
        Arguments.of(
            "no mode", edit(json -> json.replace("\"mode\":\"LIVE\",", "")), "NOT_BY_SCHEMA"),
        Arguments.of("mode null", edit(json -> json.replace("\"LIVE\"", "null")), "NOT_BY_SCHEMA"),
        Arguments.of(
            "unknown level", edit(json -> json.replace("\"ORANGE\"", "\"BLUE\"")), "NOT_BY_SCHEMA"),
        Arguments.of(
            "unknown response",
            edit(json -> json.replace("\"COLOURED\"", "\"STAY_CALM\"")),
            "NOT_BY_SCHEMA"),
        Arguments.of(
            "no date",
            edit(json -> json.replace("2016-12-09T16:04", "yesterday")),
            "NOT_BY_SCHEMA"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void aBodyThatIsNotByTheContractIsParked(String what, UnaryOperator<String> edit, String reason) {
    var warning = AWarning.in(DENGKOU);
    var body = edit.apply(JSON.writeValueAsString(warning.to(ORANGE, "2016-12-09T16:04:00")));

    send(warning, body.getBytes(StandardCharsets.UTF_8), TYPE);

    assertThat(parked(warning)).containsExactly(reason);
    theNextRecordIsHandled(warning);
  }

  @Test
  void anEmptyRecordAndATombstoneAreParked() {
    var warning = AWarning.in(DENGKOU);
    send(warning, new byte[0], TYPE);
    send(warning, null, TYPE);

    theNextRecordIsHandled(warning);
    assertThat(parked(warning)).containsExactly("EMPTY", "EMPTY");
  }

  @Test
  void aRecordWithoutCloudEventHeadersIsParked() {
    var warning = AWarning.in(DENGKOU);
    var body = JSON.writeValueAsBytes(warning.to(ORANGE, "2016-12-09T16:04:00"));
    topics.sendRaw(Topics.WARNINGS, warning.id.toString(), body, Map.of());

    theNextRecordIsHandled(warning);
    assertThat(parked(warning)).containsExactly("NOT_A_CLOUD_EVENT");
  }

  @Test
  void aTypeThatThisVersionDoesNotKnowIsPassedOver() {
    var warning = AWarning.in(DENGKOU);
    send(warning, "{}".getBytes(StandardCharsets.UTF_8), "warning.renamed.v7");

    theNextRecordIsHandled(warning);
    assertThat(parkedNow(warning)).isEmpty();
  }

  @Test
  void aFieldThatThisVersionDoesNotKnowIsPassedOver() {
    var warning = AWarning.in(DENGKOU);
    WarningLevelChanged changed = warning.to(ORANGE, "2016-12-09T16:04:00");
    var body = JSON.writeValueAsString(changed).replaceFirst("\\{", "{\"colour\":\"橙\",");
    send(warning, body.getBytes(StandardCharsets.UTF_8), TYPE);

    awaitRevision(warning.id, 1);
    assertThat(parkedNow(warning)).isEmpty();
  }

  @Test
  void aJurisdictionWithoutAPlanIsParkedWithThatReason() {
    var nobodys = AWarning.in("999999");
    topics.send(nobodys.to(ORANGE, "2016-12-09T16:04:00"));

    assertThat(parked(nobodys)).containsExactly("UNKNOWN_REFERENCE");
    assertThat(
            sql.sql("select detail from parked_record where record_key = ?")
                .param(nobodys.id.toString().getBytes(StandardCharsets.UTF_8))
                .query(String.class)
                .single())
        .contains("no plan for jurisdiction 999999");
  }

  private static UnaryOperator<String> edit(UnaryOperator<String> edit) {
    return edit;
  }

  private void send(AWarning warning, byte @Nullable [] body, String type) {
    topics.sendRaw(
        Topics.WARNINGS, warning.id.toString(), body, TopicProbe.headers(UUID.randomUUID(), type));
  }

  private void theNextRecordIsHandled(AWarning warning) {
    publish(warning.to(YELLOW, "2016-12-09T17:04:00"));
  }

  private List<String> parked(AWarning warning) {
    await().atMost(20, SECONDS).until(() -> !parkedNow(warning).isEmpty());
    return parkedNow(warning);
  }

  private List<String> parkedNow(AWarning warning) {
    return sql.sql("select reason from parked_record where record_key = ? order by id")
        .param(warning.id.toString().getBytes(StandardCharsets.UTF_8))
        .query((rs, _) -> rs.getString(1))
        .list();
  }
}
