package lantian.tasking.duty;

import static lantian.events.WarningLevel.ORANGE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import lantian.kit.security.Role;
import lantian.tasking.AWarning;
import lantian.tasking.TaskingTest;
import lantian.testing.Rest;
import lantian.testing.Rest.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong in a request is named, in the reader's language, and nothing is stored. */
class BadRequestsTest extends TaskingTest {

  static List<Arguments> texts() {
    return List.of(
        Arguments.of("{}", 422, "required", "此项必填。", "This is required."),
        Arguments.of("{\"$\": null}", 422, "required", "此项必填。", "This is required."),
        Arguments.of("{\"$\": \"  \"}", 422, "required", "此项必填。", "This is required."),
        Arguments.of(
            "{\"$\": \"" + "长".repeat(4001) + "\"}",
            422,
            "text-too-long",
            "最多 4000 个字。",
            "At most 4000 characters."),
        Arguments.of(
            "{\"$\": \"a\\u0000b\"}",
            422,
            "control-character",
            "含有不能接受的字符 U+0000，请删除。",
            "This contains a character that is not taken, U+0000; remove it."),
        Arguments.of(
            "{\"$\": \"a\\u0007b\"}",
            422,
            "control-character",
            "含有不能接受的字符 U+0007，请删除。",
            "This contains a character that is not taken, U+0007; remove it."),
        Arguments.of(
            "{\"$\": \"a\\u202eb\"}",
            422,
            "control-character",
            "含有不能接受的字符 U+202E，请删除。",
            "This contains a character that is not taken, U+202E; remove it."),
        Arguments.of("{\"$\": 7}", 400, "format", null, null),
        Arguments.of("{\"$\": \"a\", \"$\": \"b\"}", 400, "not-json", null, null),
        Arguments.of("{\"$\": \"a\", \"x\": 1}", 400, "unknown-field", null, null),
        Arguments.of("{\"$\": ", 400, "not-json", null, null),
        Arguments.of("", 400, "no-body", null, null));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aTextThatIsMissingTooLongOrUnprintable(
      String body, int status, String code, String zh, String en) {
    var duty = anOpenDuty();
    assertRefused(liaison(), duty + "/complete", "evidence", body, status, code, zh, en);
    assertRefused(liaison(), duty + "/progress", "text", body, status, code, zh, en);
    assertRefused(rest.as(Role.OFFICE), duty + "/return", "reason", body, status, code, zh, en);
    assertThat(rest.as(Role.OFFICE).get(duty).json().path("version").asLong()).isEqualTo(1);
  }

  private static void assertRefused(
      Rest caller,
      String path,
      String field,
      String body,
      int status,
      String code,
      String zh,
      String en) {
    var sent = body.replace("$", field);
    var chinese = caller.ifMatch(1).post(path, sent);
    assertProblem(chinese, status, code);
    if (zh != null) {
      var error = chinese.json().path("errors").path(0);
      assertThat(error.path("pointer").asString()).isEqualTo("/" + field);
      assertThat(error.path("detail").asString()).isEqualTo(zh);
      assertThat(
              caller
                  .inEnglish()
                  .ifMatch(1)
                  .post(path, sent)
                  .json()
                  .path("errors")
                  .path(0)
                  .path("detail")
                  .asString())
          .isEqualTo(en);
    }
  }

  @Test
  void aTextMayHaveLinesAndFourThousandCharacters() {
    var duty = anOpenDuty();
    var done =
        liaison()
            .ifMatch(1)
            .post(duty + "/complete", "{\"evidence\": \"一\\n二" + "😀".repeat(3997) + "\"}");
    assertThat(done.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "?page=-1,422,?page",
    "?page=100001,422,?page",
    "?size=0,422,?size",
    "?size=501,422,?size",
    "?page=x,400,?page",
    "?state=DONE,400,?state",
    "?warningId=1,400,?warningId",
    "?overdue=perhaps,400,?overdue",
    "/1,400,?id",
  })
  void aParameterThatCannotBeReadIsNamed(String query, int status, String pointer) {
    var answer = rest.as(Role.OFFICE).get("/api/v1/duties" + query);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().path("errors").path(0).path("pointer").asString()).isEqualTo(pointer);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    var unknown = UUID.randomUUID();
    var duty = rest.as(Role.OFFICE).get("/api/v1/duties/" + unknown);
    assertThat(duty.status()).isEqualTo(404);
    assertThat(duty.json().path("detail").asString()).isEqualTo("没有编号为 " + unknown + " 的任务。");
    assertThat(liaison().ifMatch(1).post("/api/v1/duties/" + unknown + "/accept", null).status())
        .isEqualTo(404);
    assertThat(
            liaison()
                .post("/api/v1/duties/accept", "{\"warningId\": \"" + unknown + "\"}")
                .status())
        .isEqualTo(404);
    assertThat(liaison().post("/api/v1/duties/accept", "{}").status()).isEqualTo(422);
    assertThat(rest.as(Role.OFFICE).get("/api/v1/units?jurisdiction=999999").status())
        .isEqualTo(404);
    var missing = rest.as(Role.OFFICE).get("/api/v1/units");
    assertThat(missing.status()).isEqualTo(400);
    assertThat(missing.json().path("errors").path(0).path("pointer").asString())
        .isEqualTo("?jurisdiction");
  }

  @Test
  void pagesFollowOneAnotherWithoutGapOrRepeat() {
    var warning = AWarning.in(DENGKOU);
    publish(warning.to(ORANGE, "2016-12-09T16:04:00"));
    var all = duties(warning.id, "").stream().map(duty -> duty.path("id").asString()).toList();
    var paged =
        IntStream.rangeClosed(0, all.size() / 10)
            .mapToObj(
                page ->
                    rest.as(Role.EXPERTS)
                        .get(
                            "/api/v1/duties?size=10&page="
                                + page
                                + "&jurisdiction="
                                + DENGKOU
                                + "&warningId="
                                + warning.id)
                        .json())
            .flatMap(page -> page.path("items").valueStream())
            .map(duty -> duty.path("id").asString())
            .toList();
    assertThat(paged).isEqualTo(all);
  }

  private Rest liaison() {
    return rest.asLiaisonOf("zjj", DENGKOU);
  }

  private String anOpenDuty() {
    var warning = AWarning.in(DENGKOU);
    publish(warning.to(ORANGE, "2016-12-09T16:04:00"));
    return "/api/v1/duties/" + duties(warning.id, "&unit=zjj").getFirst().path("id").asString();
  }

  private static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().path("errors").path(0).path("code").asString()).isEqualTo(code);
  }
}
