package lantian.warning.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lantian.testing.Rest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody ends a drill in the moment in which somebody else does something in it. */
class EndingDrillMeanwhileTest extends Lifecycle {

  @ParameterizedTest
  @ValueSource(strings = {"/forecasts", "/observations"})
  void whatComesAsItsDrillEndsIsRefusedInBothLanguagesAndNothingOfItIsStored(String what)
      throws Exception {
    for (var language : List.of("zh-CN", "en")) {
      var drill = aDrill(CHANGJI);
      var before = rows();
      var air =
          what.equals("/forecasts")
              ? aRun(CHANGJI, ORANGE)
              : measured(CHANGJI, thisHour().minus(Duration.ofHours(2)), 3, 220);
      var answers =
          oneAfterTheOther(
              () -> office("wang").post(drill + "/end", null),
              () -> monitoring().with("Accept-Language", language).post(drill + what, air));
      assertThat(answers.get(0).status()).isEqualTo(200);
      assertRefused(answers.get(1), language);
      assertThat(rows()).isEqualTo(before);
    }
  }

  @Test
  void norIsItTakenIntoTheNextDrillThatWasOpenedMeanwhile() throws Exception {
    var drill = aDrill(CHANGJI);
    var announced = anAnnouncement(CHANGJI);
    var before = rows();
    var answers =
        oneAfterTheOther(
            () -> office("wang").post(drill + "/end", null),
            () -> office("wang").post("/api/v1/drills", announced),
            () -> monitoring().post(drill + "/forecasts", aRun(CHANGJI, ORANGE)));
    assertThat(answers.get(1).status()).isEqualTo(201);
    assertRefused(answers.get(2), "zh-CN");
    assertThat(rows()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"submit", "approve", "return", "reject"})
  void whatIsDecidedAsItsDrillEndsIsRefused(String action) throws Exception {
    var drill = aDrill(CHANGJI);
    var open = forecastIn(drill, CHANGJI, ORANGE);
    var proposal = action.equals("submit") ? open : doneIn(drill, office("zhang"), open, "submit");
    var person = action.equals("submit") ? office("zhang") : headquarters("li");
    var answers =
        oneAfterTheOther(
            () -> office("wang").post(drill + "/end", null),
            () ->
                person
                    .ifMatch(proposal.at("/version").longValue())
                    .post(drill + "/proposals/" + text(proposal, "/id") + "/" + action, null));
    assertThat(answers.get(0).status()).as(answers.get(0).body()).isEqualTo(200);
    assertThat(answers.get(1).status()).as(answers.get(1).body()).isEqualTo(409);
    assertThat(text(answers.get(1).json(), "/detail")).contains("演练结束");
    assertThat(
            text(
                office("wang").get(drill + "/proposals/" + text(proposal, "/id")).json(), "/state"))
        .isEqualTo("SUPERSEDED");
    assertThat(sql.sql("select count(*) from warning_change").query(Long.class).single()).isZero();
  }

  @Test
  void whatWasApprovedJustBeforeKeepsTheDrillOpen() throws Exception {
    var drill = aDrill(CHANGJI);
    var submitted = doneIn(drill, office("zhang"), forecastIn(drill, CHANGJI, ORANGE), "submit");
    var answers =
        oneAfterTheOther(
            () ->
                headquarters("li")
                    .ifMatch(submitted.at("/version").longValue())
                    .post(drill + "/proposals/" + text(submitted, "/id") + "/approve", null),
            () -> office("wang").post(drill + "/end", null));
    assertThat(answers.get(0).status()).isEqualTo(200);
    assertThat(answers.get(1).status()).isEqualTo(409);
    assertThat(text(answers.get(1).json(), "/detail")).contains("仍在生效");
  }

  private static void assertRefused(Rest.Answer answer, String language) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(409);
    assertThat(text(answer.json(), "/type")).isEqualTo("/problems/wrong-state");
    assertThat(text(answer.json(), "/detail"))
        .isEqualTo(language.equals("en") ? "The drill has ended." : "演练已经结束。");
  }

  /**
   * All are under way when the first of them has its turn, and they have it in this order: the
   * place's turn is held until each of them waits for it.
   */
  @SafeVarargs
  private List<Rest.Answer> oneAfterTheOther(Callable<Rest.Answer>... calls) throws Exception {
    var answers = new ArrayList<Rest.Answer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var begun = new ArrayList<Future<Rest.Answer>>();
      transaction.executeWithoutResult(
          _ -> {
            sql.sql(
                    "select from jurisdiction_turn where jurisdiction = ? and mode = 'DRILL' for update")
                .param(CHANGJI)
                .query()
                .listOfRows();
            for (var call : calls) {
              begun.add(threads.submit(call));
              Awaitility.await().until(() -> waiting() >= begun.size());
            }
          });
      for (var call : begun) {
        answers.add(call.get());
      }
    }
    return answers;
  }

  private long waiting() {
    return sql.sql("select count(distinct pid) from pg_locks where not granted")
        .query(Long.class)
        .single();
  }
}
