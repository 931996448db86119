package lantian.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lantian.kit.security.Role;
import lantian.kit.web.StrictJson;
import lantian.testing.Rest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.core.exc.StreamConstraintsException;

/** Bodies that are JSON, or nearly, and hold what we do not take. */
@OnSampleService
class ReadingBodiesTest {
  @Autowired Rest rest;
  @Autowired Notes notes;

  private Rest.Answer note(String body) {
    return rest.as(Role.OFFICE).post("/api/v1/notes", body);
  }

  private static Rest.Answer refused(Rest.Answer answer, int status, String pointer, String code) {
    assertThat(answer.status()).isEqualTo(status);
    var error = answer.json().path("errors").path(0);
    assertThat(error.path("pointer").asString()).isEqualTo(pointer);
    assertThat(error.path("code").asString()).isEqualTo(code);
    return answer;
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0, 1, 0x1F, 0xB, 0x7F, 0x85, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xFFFE, 0xFFFF, 0x202A, 0x202E,
        0x2066, 0x2069
      })
  void aCharacterThatNobodyWritesIsRefusedWithItsPlace(int character) {
    var escaped = "\\u%04x".formatted(character);
    var answer =
        refused(note("{\"text\":\"a" + escaped + "b\"}"), 422, "/text", "control-character");
    assertThat(answer.body()).contains("U+%04X".formatted(character), "含有不能接受的字符");
    refused(
        note("{\"text\":\"x\",\"more\":[\"a\",\"b" + escaped + "\"]}"),
        422,
        "/more/1",
        "control-character");
  }

  @Test
  void halfACharacterInUtf8IsRefused() {
    var half = HexFormat.of().parseHex("eda080");
    var before = "{\"text\":\"".getBytes(StandardCharsets.UTF_8);
    var answer =
        RawHttp.to(rest)
            .post(
                "/api/v1/notes",
                Role.OFFICE,
                "Accept-Language: en\r\nContent-Length: " + (before.length + half.length + 2),
                to -> {
                  to.write(before);
                  to.write(half);
                  to.write("\"}".getBytes(StandardCharsets.UTF_8));
                });
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"/text\"", "not valid JSON");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"橙色预警", "a\\tb\\r\\nc", "\\ud83d\\ude37", "ئۇيغۇرچە\\u200f", "\\u2029", " "})
  void whatPeopleWriteIsTaken(String text) {
    assertThat(note("{\"text\":\"" + text + "\"}").status()).isEqualTo(201);
  }

  static Stream<String> whatGoesTooFar() {
    return Stream.of(
        "{\"text\":\"" + "x".repeat(65_537) + "\"}",
        "{\"text\":\"a\",\"more\":" + "1".repeat(65) + "}",
        "{\"" + "n".repeat(257) + "\":1}");
  }

  @ParameterizedTest
  @MethodSource("whatGoesTooFar")
  void beyondALimitOfTheFormatNothingIsRead(String body) {
    var answer = note(body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("errors").path(0).path("code").asString()).isEqualTo("limit");
    var english = rest.as(Role.OFFICE).inEnglish().post("/api/v1/notes", body);
    assertThat(english.body()).contains("32 levels deep, 65536 characters");
  }

  @Test
  void nothingIsNestedDeeplyEitherByTypeOrByFormat() {
    var deep = "[".repeat(33) + "]".repeat(33);
    assertThat(note("{\"text\":\"x\",\"more\":" + deep + "}").status()).isEqualTo(400);
    assertThatThrownBy(() -> StrictJson.forRequests().readTree(deep))
        .isInstanceOf(StreamConstraintsException.class);
    assertThat(StrictJson.forRequests().readTree("[".repeat(32) + "]".repeat(32))).isNotNull();
  }

  @Test
  void atTheLimitItIsRead() {
    assertThat(note("{\"text\":\"" + "x".repeat(65_536) + "\"}").status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1e1001", "-1e1001", "1e-1001", "1e999999999", "-1e-999999999", "1E+2147483647"})
  void aNumberBeyondAllBoundsIsRefused(String number) {
    refused(sample(number), 422, "/points/0/pm2_5", "number-size");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Infinity", "-Infinity", "NaN", "+1", "01", ".5", "0x10", "1_000"})
  void whatIsNoNumberInJsonIsNone(String number) {
    refused(sample(number), 400, "/points/0/pm2_5", "not-json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"NaN\"", "\"Infinity\"", "\"12\"", "\"\"", "true", "[]", "{}"})
  void anotherTypeIsNoNumber(String number) {
    assertThat(sample(number).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "0.0", "12.5", "1e2", "-3", "1e999", "99999999999999999999999999999999"})
  void anyOtherNumberIsRead(String number) {
    assertThat(sample(number).status()).isEqualTo(200);
  }

  private Rest.Answer sample(String number) {
    return rest.as(Role.MONITORING)
        .post(
            "/api/v1/samples",
            "{\"jurisdiction\": \"652300\", \"points\": [{\"pm2_5\": %s}]}".formatted(number));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\":\"x\"}{\"text\":\"y\"}",
        "{\"text\":\"x\"} 1",
        "{\"text\":\"x\"}]",
        "{\"text\":\"x\",\"text\":\"x\"}",
        "{\"text\":\"x\",}",
        "{'text':'x'}",
        "{\"text\":\"x\"} // noted",
        "",
        "\u0000",
        "\uFEFF\uFEFF{}"
      })
  void whatIsNotOneDocumentIsNotRead(String body) {
    assertThat(note(body).status()).isEqualTo(400);
  }

  @Test
  void underAKeyItIsAllTheSame() {
    var keyed = rest.as(Role.OFFICE).with("Idempotency-Key", "bodies");
    refused(
        keyed.post("/api/v1/notes", "{\"text\":\"\\u0000\"}"), 422, "/text", "control-character");
    assertThat(keyed.post("/api/v1/notes", Map.of("text", "x", "more", List.of())).status())
        .isEqualTo(201);
  }
}
