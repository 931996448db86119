package lantian.warning.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import lantian.kit.security.Role;
import lantian.testing.Rest;
import lantian.testing.Rest.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** By the table of authority (design: data in the policy). */
class DecidingProposalTest extends Lifecycle {

  @Test
  void yellowIsSubmittedByTheMonitoringGroupAndApprovedByOneOfTheOffice() {
    var proposal = forecast(CHANGJI, YELLOW);
    assertThat(text(proposal, "/to")).isEqualTo("YELLOW");
    var submitted = done(monitoring(), proposal, "submit");
    assertThat(text(submitted, "/state")).isEqualTo("SUBMITTED");
    assertThat(text(submitted, "/submittedBy")).isEqualTo("monitoring");
    assertRefused(act(headquarters("li"), submitted, "approve"), 403, "权限");
    var approved = done(office("zhang"), submitted, "approve");
    assertThat(text(approved, "/state")).isEqualTo("APPROVED");
    assertThat(levelOf(CHANGJI)).isEqualTo("YELLOW");
  }

  @Test
  void orangeIsSubmittedByTheOfficeAndApprovedByOneOfTheHeadquarters() {
    var proposal = forecast(CHANGJI, ORANGE);
    assertRefused(act(monitoring(), proposal, "submit"), 403, "权限");
    var submitted = done(office("zhang"), proposal, "submit");
    assertRefused(act(office("wang"), submitted, "approve"), 403, "权限");
    assertThat(levelOf(CHANGJI)).isEqualTo("NONE");
    done(headquarters("li"), submitted, "approve");
    assertThat(levelOf(CHANGJI)).isEqualTo("ORANGE");
  }

  @Test
  void redTakesTwoOfTheHeadquarters() {
    var submitted = done(office("zhang"), forecast(CHANGJI, RED), "submit");
    assertThat(text(submitted, "/to")).isEqualTo("RED");
    assertThat(submitted.at("/authority/approvals").intValue()).isEqualTo(2);
    var once = done(headquarters("li"), submitted, "approve");
    assertThat(text(once, "/state")).isEqualTo("SUBMITTED");
    assertThat(levelOf(CHANGJI)).isEqualTo("NONE");
    assertRefused(act(headquarters("li"), once, "approve"), 403, "已经批准过");
    assertThat(levelOf(CHANGJI)).isEqualTo("NONE");
    var twice = done(headquarters("zhao"), once, "approve");
    assertThat(text(twice, "/state")).isEqualTo("APPROVED");
    assertThat(twice.at("/approvals").size()).isEqualTo(2);
    assertThat(levelOf(CHANGJI)).isEqualTo("RED");
  }

  @Test
  void nobodyApprovesWhatTheySubmitted() {
    var submitted = done(office("zhang"), forecast(CHANGJI, YELLOW), "submit");
    var rows = rows();
    assertRefused(act(office("zhang"), submitted, "approve"), 403, "自己提交");
    assertThat(rows()).isEqualTo(rows);
    var english = act(office("zhang").inEnglish(), submitted, "approve");
    assertRefused(english, 403, "Nobody approves what they submitted");
    done(office("wang"), submitted, "approve");
  }

  @Test
  void theSubmitterOfARedIsNoneOfItsApproversInAnotherRoleEither() {
    var submitted = done(office("zhang"), forecast(CHANGJI, RED), "submit");
    assertRefused(act(headquarters("zhang"), submitted, "approve"), 403, "自己提交");
  }

  @Test
  void loweringAndLiftingTakeOneOfTheOfficeOtherThanTheSubmitter() {
    anOrangeWarning(CHANGJI);
    pass(Duration.ofHours(24));
    var lift = forecast(CHANGJI, CLEAN);
    assertThat(text(lift, "/kind")).isEqualTo("LIFT");
    assertThat(text(lift, "/from")).isEqualTo("ORANGE");
    assertThat(text(lift, "/cause")).isEqualTo("PARTICULATE");
    assertThat(lift.at("/validTo").isNull()).isTrue();
    assertRefused(act(monitoring(), lift, "submit"), 403, "权限");
    var submitted = done(office("zhang"), lift, "submit");
    assertRefused(act(office("zhang"), submitted, "approve"), 403, "自己提交");
    assertRefused(act(headquarters("li"), submitted, "approve"), 403, "权限");
    done(office("wang"), submitted, "approve");
    assertThat(levelOf(CHANGJI)).isEqualTo("NONE");
  }

  @Test
  void anUpgradeIsDecidedAsItsLevelIs() {
    var warning = anOrangeWarning(CHANGJI);
    pass(Duration.ofHours(24));
    var proposal = forecast(CHANGJI, RED);
    assertThat(text(proposal, "/kind")).isEqualTo("UPGRADE");
    assertThat(text(proposal, "/warningId")).isEqualTo(warning);
    var submitted = done(office("zhang"), proposal, "submit");
    var once = done(headquarters("li"), submitted, "approve");
    assertThat(levelOf(CHANGJI)).isEqualTo("ORANGE");
    done(headquarters("zhao"), once, "approve");
    assertThat(levelOf(CHANGJI)).isEqualTo("RED");
  }

  @Test
  void theCityDecidesForItsCounty() {
    var proposal = forecast(DENGKOU, ORANGE);
    var county = rest.as(Role.OFFICE, "county", DENGKOU);
    assertRefused(act(county, proposal, "submit"), 403, BAYANNUR);
    assertRefused(act(rest.as(Role.OFFICE, "c", CHANGJI), proposal, "submit"), 403, BAYANNUR);
    var submitted = done(rest.as(Role.OFFICE, "city", BAYANNUR), proposal, "submit");
    var countyChief = rest.as(Role.HEADQUARTERS, "chief", DENGKOU);
    assertRefused(act(countyChief, submitted, "approve"), 403, BAYANNUR);
    done(rest.as(Role.HEADQUARTERS, "mayor", BAYANNUR), submitted, "approve");
    assertThat(levelOf(DENGKOU)).isEqualTo("ORANGE");
    assertThat(levelOf(CHANGJI)).isEqualTo("NONE");
  }

  @Test
  void theCountyReadsWhatTheCityDecidesAndNobodyElse() {
    var id = text(forecast(DENGKOU, ORANGE), "/id");
    for (var place : List.of(DENGKOU, BAYANNUR, "*")) {
      var reader = rest.as(Role.OFFICE, "reader", place);
      assertThat(reader.get("/api/v1/proposals/" + id).status()).isEqualTo(200);
      assertThat(reader.get("/api/v1/proposals").json().at("/items").size()).isEqualTo(1);
    }
    var other = rest.as(Role.OFFICE, "reader", CHANGJI);
    assertThat(other.get("/api/v1/proposals/" + id).status()).isEqualTo(403);
    assertThat(other.get("/api/v1/proposals").json().at("/items").size()).isZero();
    assertThat(other.get("/api/v1/proposals?jurisdiction=" + DENGKOU).status()).isEqualTo(403);
    assertThat(other.get("/api/v1/proposals?jurisdiction=999999").status()).isEqualTo(422);
    assertThat(other.get("/api/v1/proposals?state=LOST").status()).isEqualTo(400);
  }

  @Test
  void aDecisionNeedsTheVersionThatStands() {
    var proposal = forecast(CHANGJI, YELLOW);
    var rows = rows();
    var path = "/api/v1/proposals/" + text(proposal, "/id") + "/submit";
    assertRefused(office("zhang").post(path, null), 428, "If-Match");
    assertRefused(office("zhang").ifMatch(7).post(path, null), 412, "第 1 版");
    assertThat(rows()).isEqualTo(rows);
    var submitted = office("zhang").ifMatch(1).post(path, Map.of("reason", "会商一致"));
    assertThat(submitted.status()).isEqualTo(200);
    assertThat(submitted.header("ETag")).isEqualTo("\"2\"");
    var seenBefore = act(office("wang"), proposal, "approve");
    assertRefused(seenBefore, 412, "第 2 版");
    assertThat(text(seenBefore.json(), "/type")).isEqualTo("/problems/stale-version");
  }

  @Test
  void eachStateAllowsItsOwnMovesOnly() {
    var open = forecast(CHANGJI, YELLOW);
    for (var action : List.of("approve", "return", "reject")) {
      assertRefused(act(office("wang"), open, action), 409, "尚未提交");
    }
    var submitted = done(office("zhang"), open, "submit");
    assertRefused(act(office("wang"), submitted, "submit"), 409, "已经提交");
    var approved = done(office("wang"), submitted, "approve");
    for (var action : List.of("submit", "approve", "return", "reject")) {
      assertRefused(act(office("chen"), approved, action), 409, "已经批准");
    }
  }

  @Test
  void whatWasReturnedMayBePutForwardAgainAndItsApprovalsAreGone() {
    var submitted = done(office("zhang"), forecast(CHANGJI, RED), "submit");
    var once = done(headquarters("li"), submitted, "approve");
    var returned = done(headquarters("zhao"), once, "return");
    assertThat(text(returned, "/state")).isEqualTo("RETURNED");
    assertRefused(act(headquarters("zhao"), returned, "approve"), 409, "退回");
    var again = done(office("chen"), returned, "submit");
    assertThat(again.at("/approvals").size()).isZero();
    assertThat(text(again, "/submittedBy")).isEqualTo("chen");
    assertThat(text(done(headquarters("li"), again, "approve"), "/state")).isEqualTo("SUBMITTED");
  }

  @Test
  void whatWasRejectedIsNotProposedAgainBeforeANewerRun() {
    var submitted = done(office("zhang"), forecast(CHANGJI, ORANGE), "submit");
    var path = "/api/v1/proposals/" + text(submitted, "/id") + "/reject";
    var rejected = headquarters("li").ifMatch(2).post(path, Map.of("reason", "再观察"));
    assertThat(text(rejected.json(), "/state")).isEqualTo("REJECTED");
    pass(Duration.ofHours(1));
    var measured = monitoring().post("/api/v1/observations", measured(CHANGJI, thisHour(), 1, 30));
    assertThat(measured.json().at("/proposal").isNull()).isTrue();
    assertThat(text(forecast(CHANGJI, ORANGE), "/to")).isEqualTo("ORANGE");
  }

  @Test
  void aReasonIsOfReasonableLength() {
    var submitted = done(office("zhang"), forecast(CHANGJI, YELLOW), "submit");
    var path = "/api/v1/proposals/" + text(submitted, "/id") + "/return";
    var answer = office("wang").ifMatch(2).post(path, Map.of("reason", "长".repeat(2_001)));
    assertRefused(answer, 422, "1");
    assertThat(text(answer.json(), "/errors/0/pointer")).isEqualTo("/reason");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    var path = "/api/v1/proposals/00000000-0000-0000-0000-000000000001";
    assertRefused(office("zhang").get(path), 404, "没有编号");
    assertRefused(office("zhang").ifMatch(1).post(path + "/submit", null), 404, "没有编号");
    assertThat(office("zhang").get("/api/v1/proposals/abc").status()).isEqualTo(400);
  }

  @Test
  void ofSixteenApprovalsAtOnceOnePublishes() throws Exception {
    var submitted = done(office("zhang"), forecast(CHANGJI, ORANGE), "submit");
    var statuses = new ArrayList<Integer>();
    for (var answer : atOnce(16, i -> act(headquarters("chief-" + i), submitted, "approve"))) {
      statuses.add(answer.status());
    }
    assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
    assertThat(count("approval")).isEqualTo(1);
    assertThat(count("warning_change")).isEqualTo(1);
    assertThat(levelOf(CHANGJI)).isEqualTo("ORANGE");
  }

  @Test
  void ofSixteenPersonsWhoTryUntilItIsDoneTwoApproveTheRed() throws Exception {
    var submitted = done(office("zhang"), forecast(CHANGJI, RED), "submit");
    var answers =
        atOnce(
            16,
            i -> {
              var chief = headquarters("chief-" + i);
              var answer = act(chief, submitted, "approve");
              while (answer.status() == 412) {
                var path = "/api/v1/proposals/" + text(submitted, "/id");
                answer = act(chief, chief.get(path).json(), "approve");
              }
              return answer;
            });
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(2);
    assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(14);
    assertThat(count("approval")).isEqualTo(2);
    assertThat(count("warning_change")).isEqualTo(1);
  }

  /** F24: whoever submitted it, one person again and again, and two others, all at once. */
  @Test
  void ofSubmitterSamePersonAndTwoOthersAtOnceTheTwoOthersApproveTheRedOnce() throws Exception {
    var submitted = done(office("zhang"), forecast(CHANGJI, RED), "submit");
    var path = "/api/v1/proposals/" + text(submitted, "/id");
    var names = List.of("zhang", "li", "li", "zhao");
    var answers =
        atOnce(
            16,
            i -> {
              var person = headquarters(names.get(i % names.size()));
              var answer = act(person, submitted, "approve");
              while (answer.status() == 412) {
                answer = act(person, person.get(path).json(), "approve");
              }
              return answer;
            });
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(2);
    assertThat(answers).extracting(Answer::status).isSubsetOf(200, 403, 409);
    assertThat(
            sql.sql("select approver from approval order by approver").query(String.class).list())
        .containsExactly("li", "zhao");
    assertThat(count("warning_change")).isEqualTo(1);
  }

  /**
   * F25: what is approved is what was submitted, and what is returned in between needs two anew.
   */
  @Test
  void whatIsApprovedWhileItIsReturnedAndSubmittedAgainStillNeedsTwo() throws Exception {
    for (int round = 0; round < 5; round++) {
      nothingIsStored();
      var submitted = done(office("zhang"), forecast(CHANGJI, RED), "submit");
      var once = done(headquarters("li"), submitted, "approve");
      atOnce(
          4,
          person -> {
            if (person > 0) {
              return act(headquarters("chief-" + person), once, "approve");
            }
            var returned = act(headquarters("zhao"), once, "return");
            return returned.status() == 200
                ? act(office("chen"), returned.json(), "submit")
                : returned;
          });
      var after = read(once);
      var published = count("warning_change") == 1;
      assertThat(text(after, "/state")).isEqualTo(published ? "APPROVED" : "SUBMITTED");
      // Published: by li and one other, of the first submission. Else nothing is approved of the
      // second.
      assertThat(after.at("/approvals").size()).isEqualTo(published ? 2 : 0);
      assertThat(levelOf(CHANGJI)).isEqualTo(published ? "RED" : "NONE");
    }
  }

  /** F25: who has read an older judgement cannot put it forward. */
  @Test
  void whatANewerJudgementHasReplacedIsNeitherSubmittedNorApproved() {
    var orange = forecast(CHANGJI, ORANGE);
    pass(Duration.ofHours(1));
    var red = forecast(CHANGJI, RED);
    assertThat(text(red, "/id")).isNotEqualTo(text(orange, "/id"));
    assertRefused(act(office("zhang"), orange, "submit"), 409, "取代");
    assertRefused(act(office("zhang"), read(orange), "submit"), 409, "取代");
    assertRefused(act(headquarters("li"), read(orange), "approve"), 409, "取代");
    assertThat(count("submission")).isZero();
  }

  @Test
  void aNewerJudgementReplacesWhatNobodyHasPutForward() {
    var yellow = forecast(CHANGJI, YELLOW);
    pass(Duration.ofHours(1));
    var orange = forecast(CHANGJI, ORANGE);
    assertThat(text(orange, "/id")).isNotEqualTo(text(yellow, "/id"));
    assertThat(text(orange, "/warningId")).isEqualTo(text(yellow, "/warningId"));
    assertThat(stateOf(yellow)).isEqualTo("SUPERSEDED");
    assertRefused(act(office("zhang"), read(yellow), "submit"), 409, "取代");
    pass(Duration.ofHours(1));
    assertThat(forecast(CHANGJI, CLEAN).isNull()).isTrue();
    assertThat(stateOf(orange)).isEqualTo("SUPERSEDED");
  }

  @Test
  void aJudgementThatAsksForTheSameLeavesTheProposalAsItIs() {
    var proposal = forecast(CHANGJI, ORANGE);
    pass(Duration.ofHours(1));
    var hour = measured(CHANGJI, thisHour(), 1, 30);
    var answer = monitoring().post("/api/v1/observations", hour);
    assertThat(text(answer.json(), "/proposal/id")).isEqualTo(text(proposal, "/id"));
    assertThat(answer.json().at("/proposal/version").longValue()).isEqualTo(1);
    assertThat(count("proposal")).isEqualTo(1);
  }

  @Test
  void whatWasPutForwardIsLeftAloneWithNoSecondBesideIt() {
    var submitted = done(office("zhang"), forecast(CHANGJI, YELLOW), "submit");
    pass(Duration.ofHours(1));
    var standing = forecast(CHANGJI, RED);
    assertThat(text(standing, "/id")).isEqualTo(text(submitted, "/id"));
    assertThat(count("proposal")).isEqualTo(1);
    done(office("wang"), submitted, "approve");
    pass(Duration.ofHours(1));
    var hour = monitoring().post("/api/v1/observations", measured(CHANGJI, thisHour(), 1, 30));
    assertThat(text(hour.json(), "/proposal/kind")).isEqualTo("UPGRADE");
    assertThat(text(hour.json(), "/proposal/to")).isEqualTo("RED");
  }

  @Test
  void aLowerLevelIsOnlyProposedWhereTheForecastReachesFarEnough() {
    anOrangeWarning(CHANGJI);
    pass(Duration.ofHours(24));
    assertThat(forecast(CHANGJI, 35, 30).isNull()).isTrue();
    pass(Duration.ofMinutes(1));
    assertThat(text(forecast(CHANGJI, 36, 30), "/kind")).isEqualTo("LIFT");
  }

  private interface Attempt {
    Answer by(int person);
  }

  private static List<Answer> atOnce(int persons, Attempt attempt) throws Exception {
    try (var threads = Executors.newFixedThreadPool(persons)) {
      List<Callable<Answer>> attempts = new ArrayList<>();
      for (int i = 0; i < persons; i++) {
        int person = i;
        attempts.add(() -> attempt.by(person));
      }
      List<Answer> answers = new ArrayList<>();
      for (var answer : threads.invokeAll(attempts)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }

  private static void assertRefused(Rest.Answer answer, int status, String words) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(text(answer.json(), "/detail")).contains(words);
  }

  private JsonNode read(JsonNode proposal) {
    return office("reader").get("/api/v1/proposals/" + text(proposal, "/id")).json();
  }

  private String stateOf(JsonNode proposal) {
    return text(read(proposal), "/state");
  }

  private String levelOf(String jurisdiction) {
    for (var place : rest.get("/public/warnings").json().at("/jurisdictions")) {
      if (text(place, "/code").equals(jurisdiction)) {
        return text(place, "/level");
      }
    }
    throw new AssertionError("no such place");
  }

  private long count(String table) {
    return sql.sql("select count(*) from " + table).query(Long.class).single();
  }
}
