package lantian.tasking.duty;

import static lantian.events.WarningLevel.NONE;
import static lantian.events.WarningLevel.ORANGE;
import static lantian.events.WarningLevel.RED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lantian.events.DutiesEvent;
import lantian.events.DutyAccepted;
import lantian.events.DutyCompleted;
import lantian.events.DutyReported;
import lantian.events.DutyReturned;
import lantian.kit.security.Role;
import lantian.tasking.AWarning;
import lantian.tasking.TaskingTest;
import lantian.testing.Rest;
import lantian.testing.Rest.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import tools.jackson.databind.JsonNode;

/** From the first acceptance to the evidence, and back for rework. */
class WorkingOnDutyTest extends TaskingTest {
  private final AWarning warning = AWarning.in(DENGKOU);
  private String id = "";

  @BeforeEach
  void anOpenDutyOfTheHousingBureau() {
    publish(warning.to(ORANGE, "2016-12-09T16:04:00"));
    id = siteDuty().path("id").asString();
  }

  @Test
  void anAcceptanceSentTwiceUnderItsKeyIsOne() {
    var keyed = liaison().ifMatch(1).with("Idempotency-Key", id);
    var first = keyed.post(path("/accept"), null);
    var second = keyed.post(path("/accept"), null);
    assertThat(first.status()).isEqualTo(200);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("ETag")).isEqualTo("\"2\"");
    assertThat(liaison().ifMatch(1).post(path("/accept"), null).status()).isEqualTo(412);
  }

  @Test
  void aDutyIsAcceptedReportedOnDoneSentBackAndDoneAgain() {
    assertThat(liaison().ifMatch(1).post(path("/accept"), null).header("ETag")).isEqualTo("\"2\"");
    assertThat(liaison().ifMatch(2).post(path("/progress"), Map.of("text", "已停两处")).status())
        .isEqualTo(200);
    assertThat(liaison().ifMatch(3).post(path("/complete"), Map.of("evidence", "照片12张")).status())
        .isEqualTo(200);
    assertThat(
            rest.as(Role.SUPERVISION, "chen", DENGKOU)
                .ifMatch(4)
                .post(path("/return"), Map.of("reason", "照片看不清"))
                .json()
                .path("state")
                .asString())
        .isEqualTo("ACCEPTED");
    var again = liaison().ifMatch(5).post(path("/complete"), Map.of("evidence", "重拍照片"));
    assertThat(again.json().path("state").asString()).isEqualTo("COMPLETED");
    assertThat(again.json().path("late").asBoolean()).isFalse();

    awaitOutbox();
    assertThat(told(warning.id).stream().filter(this::isOfThisDuty).map(this::shown))
        .containsExactly(
            "accepted 2 liaison-zjj",
            "reported 3 liaison-zjj 已停两处",
            "completed 4 liaison-zjj 照片12张",
            "returned 5 chen 照片看不清",
            "completed 6 liaison-zjj 重拍照片");
    assertThat(duty(id).path("steps").valueStream().map(step -> step.path("what").asString()))
        .containsExactly("ACCEPTED", "REPORTED", "COMPLETED", "RETURNED", "COMPLETED");
  }

  @Test
  void whoReportsItDoneHasAcceptedIt() {
    var done = liaison().ifMatch(1).post(path("/complete"), Map.of("evidence", "已停工"));
    assertThat(done.status()).isEqualTo(200);
    assertThat(done.header("ETag")).isEqualTo("\"3\"");
    assertThat(done.json().path("acceptedBy").asString()).isEqualTo("liaison-zjj");
    awaitOutbox();
    assertThat(told(warning.id).stream().filter(this::isOfThisDuty).map(this::shown))
        .containsExactly("accepted 2 liaison-zjj", "completed 3 liaison-zjj 已停工");
  }

  @Test
  void ofSixteenWhoAcceptAtOnceOneDoes() throws Exception {
    var answers = atOnce(16, () -> liaison().ifMatch(1).post(path("/accept"), null));

    assertThat(answers.stream().map(Answer::status))
        .containsOnlyOnce(200)
        .allMatch(status -> status == 200 || status == 412);
    awaitOutbox();
    assertThat(told(warning.id, DutyAccepted.class)).hasSize(1);
  }

  @Test
  void ofSixteenWhoTakeOnEverythingEachDutyIsTakenOnce() throws Exception {
    var open = duties(warning.id, "&unit=zjj").size();
    var answers =
        atOnce(16, () -> liaison().post("/api/v1/duties/accept", Map.of("warningId", warning.id)));

    assertThat(answers).allMatch(answer -> answer.status() == 200);
    assertThat(answers.stream().mapToInt(a -> a.json().path("accepted").asInt()).sum())
        .isEqualTo(open);
    awaitOutbox();
    assertThat(told(warning.id, DutyAccepted.class).stream().map(DutyAccepted::dutyId))
        .hasSize(open)
        .doesNotHaveDuplicates();
    assertThat(duties(warning.id, "&unit=zjj&state=ASSIGNED")).isEmpty();
    assertThat(duties(warning.id, "&unit=gaj&state=ACCEPTED")).isEmpty();
  }

  @Test
  void withoutAVersionOrWithAnOldOneNothingIsDone() {
    assertThat(liaison().post(path("/accept"), null).status()).isEqualTo(428);
    assertThat(liaison().ifMatch(7).post(path("/accept"), null).status()).isEqualTo(412);
    assertThat(duty(id).path("version").asLong()).isEqualTo(1);
  }

  @Test
  void whatTheStateDoesNotAllowIsRefusedInTheReadersLanguage() {
    assertThat(inspector().ifMatch(1).post(path("/return"), Map.of("reason", "重做")).status())
        .isEqualTo(409);
    assertThat(liaison().ifMatch(1).post(path("/accept"), null).status()).isEqualTo(200);
    var twice = liaison().ifMatch(2).post(path("/accept"), null);
    assertThat(twice.status()).isEqualTo(409);
    assertThat(twice.json().path("detail").asString()).isEqualTo("这项任务已经接收。");
    assertThat(
            liaison()
                .inEnglish()
                .ifMatch(2)
                .post(path("/accept"), null)
                .json()
                .path("detail")
                .asString())
        .isEqualTo("This duty has been accepted already.");
    liaison().ifMatch(2).post(path("/complete"), Map.of("evidence", "好"));
    assertThat(liaison().ifMatch(3).post(path("/complete"), Map.of("evidence", "好")).status())
        .isEqualTo(409);
    assertThat(liaison().ifMatch(3).post(path("/progress"), Map.of("text", "还有")).status())
        .isEqualTo(409);
  }

  @Test
  void aWithdrawnDutyCannotBeDone() {
    publish(warning.to(NONE, "2016-12-09T17:04:00"));
    var late = liaison().ifMatch(2).post(path("/complete"), Map.of("evidence", "好"));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.json().path("type").asString()).isEqualTo("/problems/wrong-state");
    assertThat(late.json().path("detail").asString()).contains("撤回");
  }

  @Test
  void whatWasDoneForAResponseThatEndedIsNotSentBack() {
    liaison().ifMatch(1).post(path("/complete"), Map.of("evidence", "好"));
    publish(warning.to(NONE, "2016-12-09T17:04:00"));
    assertThat(inspector().ifMatch(3).post(path("/return"), Map.of("reason", "重做")).status())
        .isEqualTo(409);
    assertThat(duty(id).path("state").asString()).isEqualTo("COMPLETED");
  }

  @Test
  void aReplacedDutyIsPassedOnToTheOneThatReplacedIt() {
    liaison().ifMatch(1).post(path("/accept"), null);
    publish(warning.to(RED, "2016-12-09T17:04:00"));

    assertThat(liaison().ifMatch(3).post(path("/complete"), Map.of("evidence", "好")).status())
        .isEqualTo(409);
    var now = siteDuty();
    assertThat(now.path("replaces").asString()).isEqualTo(id);
    assertThat(now.path("state").asString()).isEqualTo("ACCEPTED");
    assertThat(now.path("acceptedBy").asString()).isEqualTo("liaison-zjj");
  }

  @Test
  void theDatabaseRefusesWhatIsNoTransition() {
    liaison().ifMatch(1).post(path("/complete"), Map.of("evidence", "好"));
    assertThatThrownBy(
            () ->
                sql.sql(
                        """
                        update duty set state = 'ASSIGNED', version = version + 1, accepted_by = null,
                          accepted_at = null, completed_by = null, completed_at = null, late = null,
                          evidence = null
                        where id = cast(? as uuid)
                        """)
                    .param(id)
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("no transition");
  }

  private Rest liaison() {
    return rest.asLiaisonOf("zjj", DENGKOU);
  }

  private Rest inspector() {
    return rest.as(Role.SUPERVISION);
  }

  private String path(String act) {
    return "/api/v1/duties/" + id + act;
  }

  private JsonNode siteDuty() {
    return duties(warning.id, "&unit=zjj").stream()
        .filter(duty -> duty.path("code").asString().equals("zjj.site-dust"))
        .filter(duty -> !duty.path("state").asString().equals("REPLACED"))
        .findFirst()
        .orElseThrow();
  }

  private boolean isOfThisDuty(DutiesEvent event) {
    return switch (event) {
      case DutyAccepted e -> e.dutyId().toString().equals(id);
      case DutyReported e -> e.dutyId().toString().equals(id);
      case DutyCompleted e -> e.dutyId().toString().equals(id);
      case DutyReturned e -> e.dutyId().toString().equals(id);
      default -> false;
    };
  }

  private String shown(DutiesEvent event) {
    return switch (event) {
      case DutyAccepted e -> "accepted " + e.version() + " " + e.by();
      case DutyReported e -> "reported " + e.version() + " " + e.by() + " " + e.text();
      case DutyCompleted e -> "completed " + e.version() + " " + e.by() + " " + e.evidence();
      case DutyReturned e -> "returned " + e.version() + " " + e.by() + " " + e.reason();
      default -> "";
    };
  }

  private static List<Answer> atOnce(int callers, Callable<Answer> call) throws Exception {
    var answers = new ArrayList<Answer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls = new ArrayList<Future<Answer>>();
      for (int i = 0; i < callers; i++) {
        calls.add(threads.submit(call));
      }
      for (var each : calls) {
        answers.add(each.get());
      }
    }
    return answers;
  }
}
