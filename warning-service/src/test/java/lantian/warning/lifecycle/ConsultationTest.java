package lantian.warning.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantian.kit.security.Role;
import lantian.testing.Rest;
import lantian.warning.policy.APack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** 会商: the experts and the meteorological bureau are heard before a level is approved. */
class ConsultationTest extends Lifecycle {
  private static final Map<String, Object> AGAINST =
      Map.of("stance", "AGAINST", "level", "ORANGE", "text", "静稳形势不足三天，建议橙色");
  private static final Map<String, Object> FOR =
      Map.of("stance", "FOR", "text", "同意启动", "organisation", "州气象局");

  @AfterEach
  void nobodyElseIsJudgedByIt() {
    sql.sql("truncate policy_pack").update();
  }

  @Test
  void whereThePlanAsksForNobodyAnOpinionIsKeptAndApprovalDoesNotWaitForIt() {
    var submitted = done(office("zhang"), forecast(CHANGJI, ORANGE), "submit");
    assertThat(submitted.at("/consultation/needed").size()).isZero();
    assertThat(submitted.at("/consultation/enough").booleanValue()).isTrue();
    pass(Duration.ofMinutes(1));
    var given = give(expert("wu"), submitted, AGAINST);
    assertThat(given.status()).as(given.body()).isEqualTo(201);
    assertThat(given.json().at("/number").intValue()).isEqualTo(1);
    assertThat(text(given.json(), "/by")).isEqualTo("wu");
    assertThat(text(given.json(), "/body")).isEqualTo("experts");
    assertThat(text(given.json(), "/at")).isEqualTo(time(now()));
    pass(Duration.ofMinutes(1));
    var approved = done(headquarters("li"), submitted, "approve");
    assertThat(text(approved, "/consultation/opinions/0/stance")).isEqualTo("AGAINST");
    assertThat(text(approved, "/consultation/opinions/0/level")).isEqualTo("ORANGE");
  }

  @Test
  void aMissingQuorumRefusesTheApproval() {
    var submitted = aRedThatTakesTwoExpertsAndTheMonitoringGroup();
    assertThat(submitted.at("/consultation/enough").booleanValue()).isFalse();
    var refused = act(headquarters("li"), submitted, "approve");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(text(refused.json(), "/type")).isEqualTo("/problems/wrong-state");
    assertThat(text(refused.json(), "/detail"))
        .isEqualTo("会商意见不足，不能批准：专家咨询组需 2 人，已有 0 人；监测预警组（含气象部门）需 1 人，已有 0 人。");

    give(expert("wu"), submitted, AGAINST);
    give(expert("wu"), submitted, Map.of("stance", "FOR", "text", "复核后同意"));
    give(monitoring(), submitted, FOR);
    var once = act(headquarters("li").inEnglish(), submitted, "approve");
    assertThat(once.status()).as("one person counts once").isEqualTo(409);
    assertThat(text(once.json(), "/detail")).contains("of the experts 2 are needed, 1 were heard");
    assertThat(sql.sql("select count(*) from approval").query(Long.class).single()).isZero();

    give(expert("sun"), submitted, AGAINST);
    var read = opinions(submitted);
    assertThat(read.at("/enough").booleanValue()).isTrue();
    assertThat(read.at("/opinions").size()).isEqualTo(4);
    assertThat(text(read, "/opinions/2/organisation")).isEqualTo("州气象局");
    var approved = done(headquarters("li"), submitted, "approve");
    assertThat(text(done(headquarters("zhao"), approved, "approve"), "/state"))
        .isEqualTo("APPROVED");
  }

  @Test
  void whoMayNotApproveIsToldSoAndNotWhoMustBeHeard() {
    var submitted = aRedThatTakesTwoExpertsAndTheMonitoringGroup();
    assertThat(act(office("wang"), submitted, "approve").status()).isEqualTo(403);
    assertThat(act(headquarters("zhang"), submitted, "approve").status()).isEqualTo(403);
  }

  @Test
  void aReturnDoesNotWaitForTheConsultation() {
    var submitted = aRedThatTakesTwoExpertsAndTheMonitoringGroup();
    assertThat(text(done(headquarters("li"), submitted, "return"), "/state")).isEqualTo("RETURNED");
  }

  @Test
  void opinionsAreStepsOfTheTimeline() {
    var proposal = forecast(CHANGJI, ORANGE);
    give(monitoring(), proposal, FOR);
    done(headquarters("li"), done(office("zhang"), proposal, "submit"), "approve");
    var path = "/api/v1/warnings/" + text(proposal, "/warningId") + "/timeline";
    var steps = office("reader").get(path).json().at("/steps");
    List<String> names = new ArrayList<>();
    steps.forEach(step -> names.add(text(step, "/step")));
    assertThat(names).containsExactly("PROPOSED", "OPINION", "SUBMITTED", "APPROVED", "PUBLISHED");
    var opinion = steps.get(1);
    assertThat(text(opinion, "/by")).isEqualTo("monitoring");
    assertThat(text(opinion, "/reason")).isEqualTo("同意启动");
    assertThat(text(opinion, "/opinion/body")).isEqualTo("monitoring");
    assertThat(text(opinion, "/opinion/organisation")).isEqualTo("州气象局");
    assertThat(text(opinion, "/opinion/stance")).isEqualTo("FOR");
    assertThat(steps.get(0).at("/opinion").isNull()).isTrue();
  }

  @Test
  void onWhatIsDecidedOrReplacedNobodyIsConsultedAnyMore() {
    var yellow = forecast(CHANGJI, YELLOW);
    pass(Duration.ofHours(1));
    var orange = forecast(CHANGJI, ORANGE);
    var replaced = give(expert("wu"), yellow, FOR);
    assertThat(replaced.status()).isEqualTo(409);
    assertThat(text(replaced.json(), "/detail")).contains("取代");
    assertThat(opinions(orange).at("/opinions").size()).isZero();
    done(headquarters("li"), done(office("zhang"), orange, "submit"), "approve");
    assertThat(give(expert("wu"), orange, FOR).status()).isEqualTo(409);
  }

  @Test
  void theOfficeHasNoOpinionAndAnotherPlaceNeither() {
    var proposal = forecast(DENGKOU, ORANGE);
    assertThat(give(office("zhang"), proposal, FOR).status()).isEqualTo(403);
    assertThat(give(rest.as(Role.EXPERTS, "wu", CHANGJI), proposal, FOR).status()).isEqualTo(403);
    assertThat(give(rest.as(Role.EXPERTS, "wu", DENGKOU), proposal, FOR).status()).isEqualTo(201);
    assertThat(give(rest.as(Role.EXPERTS, "wu", BAYANNUR), proposal, FOR).status()).isEqualTo(201);
    var forTheOthers = Map.<String, Object>of("stance", "FOR", "text", "同意", "body", "monitoring");
    var refused = give(expert("wu"), proposal, forTheOthers);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(text(refused.json(), "/detail")).contains("monitoring");
  }

  @Test
  void anOpinionSaysForOrAgainstAndWhy() {
    var proposal = forecast(CHANGJI, ORANGE);
    assertWrong(proposal, Map.of("text", "同意"), "/stance", "required");
    assertWrong(proposal, Map.of("stance", "FOR"), "/text", "required");
    assertWrong(proposal, Map.of("stance", "FOR", "text", " "), "/text", "required");
    assertWrong(proposal, Map.of("stance", "FOR", "text", "长".repeat(4_001)), "/text", "too-long");
    assertWrong(
        proposal, Map.of("stance", "FOR", "text", "同意", "body", "office"), "/body", "unknown-body");
    var unknown = give(expert("wu"), proposal, Map.of("stance", "PERHAPS", "text", "同意"));
    assertThat(unknown.status()).isEqualTo(400);
    var nowhere =
        expert("wu").post("/api/v1/proposals/00000000-0000-0000-0000-000000000001/opinions", FOR);
    assertThat(nowhere.status()).isEqualTo(404);
    assertThat(opinions(proposal).at("/opinions").size()).isZero();
  }

  /** Whoever is named in the policy stands in for the headquarters, and for one of the two only. */
  @Test
  void aNamedStandInApprovesOrangeAfterTheDeadline() {
    inForce(
        aPack()
            .with(
                "ORANGE: {submittedBy: [office], approvedBy: [headquarters], approvals: 1}",
                "ORANGE: {submittedBy: [office], approvedBy: [headquarters], approvals: 1,"
                    + " standIns: {persons: [wang]}}"));
    var submitted = done(office("zhang"), forecast(CHANGJI, ORANGE), "submit");
    assertThat(act(office("wang"), submitted, "approve").status()).isEqualTo(403);
    pass(Duration.ofHours(2));
    var overdue = office("wang").get("/api/v1/proposals/" + text(submitted, "/id")).json();
    assertThat(text(overdue, "/deadline/personsNow/0")).isEqualTo("wang");
    assertThat(act(office("chen"), submitted, "approve").status()).isEqualTo(403);
    var approved = done(office("wang"), submitted, "approve");
    assertThat(text(approved, "/state")).isEqualTo("APPROVED");
    assertThat(text(approved, "/approvals/0/role")).isEqualTo("headquarters");
    assertThat(approved.at("/approvals/0/standIn").booleanValue()).isTrue();
  }

  private void assertWrong(
      JsonNode proposal, Map<String, Object> opinion, String pointer, String code) {
    var answer = give(expert("wu"), proposal, opinion);
    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(text(answer.json(), "/errors/0/pointer")).isEqualTo(pointer);
    assertThat(text(answer.json(), "/errors/0/code")).isEqualTo(code);
  }

  private JsonNode aRedThatTakesTwoExpertsAndTheMonitoringGroup() {
    inForce(aPack().with("consultation: {}", "consultation: {RED: {experts: 2, monitoring: 1}}"));
    var submitted = done(office("zhang"), forecast(CHANGJI, RED), "submit");
    assertThat(text(submitted, "/consultation/needed/0/body")).isEqualTo("experts");
    assertThat(submitted.at("/consultation/needed/0/needed").intValue()).isEqualTo(2);
    return submitted;
  }

  private static APack aPack() {
    return APack.ofChangji().named("pack-" + UUID.randomUUID());
  }

  private void inForce(APack pack) {
    var draft =
        office("zhang")
            .with("Content-Type", "application/yaml")
            .post("/api/v1/policies", pack.yaml());
    assertThat(draft.status()).as(draft.body()).isEqualTo(201);
    var active = headquarters("li").post(draft.header("Location") + "/activate", null);
    assertThat(active.status()).as(active.body()).isEqualTo(200);
    pass(Duration.ofMinutes(1));
  }

  private Rest expert(String user) {
    return rest.as(Role.EXPERTS, user);
  }

  private static Rest.Answer give(Rest as, JsonNode proposal, Map<String, Object> opinion) {
    return as.post("/api/v1/proposals/" + text(proposal, "/id") + "/opinions", opinion);
  }

  private JsonNode opinions(JsonNode proposal) {
    return office("reader").get("/api/v1/proposals/" + text(proposal, "/id") + "/opinions").json();
  }
}
