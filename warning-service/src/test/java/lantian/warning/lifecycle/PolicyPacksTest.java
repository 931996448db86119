package lantian.warning.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import lantian.kit.security.Role;
import lantian.testing.Rest;
import lantian.warning.policy.APack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import tools.jackson.databind.JsonNode;

/**
 * A pack of rules from the one who brings it in over the one who puts it into force to the warning
 * that is judged by it. What was brought in stays, so each test has a pack of its own.
 */
class PolicyPacksTest extends Lifecycle {
  private final String id = "pack-" + UUID.randomUUID();
  private final String reference = id + "@1";

  @AfterEach
  void nobodyElseIsJudgedByIt() {
    sql.sql("truncate policy_pack").update();
  }

  @Test
  void broughtInByOneAndPutIntoForceByAnotherItJudgesTheRunsFromThenOn() {
    var before = forecast(CHANGJI, 48, 60, 120, 30);
    assertThat(before.isNull()).as("an AQI of some 80 is no warning").isTrue();
    var draft = bringIn(aStrictPack());
    assertThat(draft.status()).as(draft.body()).isEqualTo(201);
    assertThat(draft.header("Location")).isEqualTo("/api/v1/policies/" + reference);
    assertThat(text(draft.json(), "/state")).isEqualTo("DRAFT");
    assertThat(text(draft.json(), "/importedBy")).isEqualTo("zhang");
    assertThat(draft.json().at("/inForceIn").size()).isZero();

    pass(Duration.ofMinutes(1));
    var active = activate("li");
    assertThat(active.status()).as(active.body()).isEqualTo(200);
    assertThat(text(active.json(), "/state")).isEqualTo("ACTIVE");
    assertThat(text(active.json(), "/activatedBy")).isEqualTo("li");
    assertThat(text(active.json(), "/holdsFrom")).startsWith(time(now()).substring(0, 19));
    assertThat(active.json().at("/inForceIn/0").stringValue()).isEqualTo(CHANGJI);

    pass(Duration.ofMinutes(1));
    var proposal = forecast(CHANGJI, 48, 60, 120, 30);
    assertThat(text(proposal, "/policy")).isEqualTo(reference);
    assertThat(text(proposal, "/to")).isEqualTo("YELLOW");
    var published = done(office("wang"), done(office("zhang"), proposal, "submit"), "approve");
    var warning = office("zhang").get("/api/v1/warnings/" + text(published, "/warningId")).json();
    assertThat(text(warning, "/policy")).isEqualTo(reference);
    assertThat(forecast(DENGKOU, 48, 60, 120, 30).isNull()).as("not its place").isTrue();
  }

  @Test
  void whatIsSubmittedIsDecidedByTheRulesThatJudgedIt() {
    var submitted = done(office("zhang"), forecast(CHANGJI, ORANGE), "submit");
    assertThat(text(submitted, "/policy")).isEqualTo("national-2024@1");
    bringIn(aStrictPack());
    activate("li");
    pass(Duration.ofMinutes(1));
    var still = forecast(CHANGJI, ORANGE);
    assertThat(text(still, "/id")).isEqualTo(text(submitted, "/id"));
    assertThat(text(still, "/policy")).isEqualTo("national-2024@1");
    assertThat(text(done(headquarters("li"), still, "approve"), "/policy"))
        .isEqualTo("national-2024@1");
  }

  @Test
  void aDraftIsTriedOutAndNobodyIsWarnedByIt() {
    bringIn(aStrictPack());
    var run = aRun(CHANGJI, ORANGE);
    run.put("policy", reference);
    var refused = monitoring().inEnglish().post("/api/v1/forecasts", run);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(text(refused.json(), "/errors/0/pointer")).isEqualTo("/policy");
    assertThat(text(refused.json(), "/errors/0/detail")).contains("draft");
    var body = java.util.Map.of("policy", reference, "points", run.get("points"));
    var tried = monitoring().post("/api/v1/assessments", body);
    assertThat(tried.status()).as(tried.body()).isEqualTo(200);
    assertThat(text(tried.json(), "/policy")).isEqualTo(reference);
    activate("li");
    run.put("issuedAt", time(now()));
    assertThat(monitoring().post("/api/v1/forecasts", run).status()).isEqualTo(201);
  }

  @Test
  void nobodyPutsIntoForceWhatTheyBroughtIn() {
    var own = rest.as(Role.HEADQUARTERS, "zhang");
    assertThat(bringIn(own, aStrictPack()).status()).isEqualTo(201);
    var refused = own.post("/api/v1/policies/" + reference + "/activate", null);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(text(refused.json(), "/detail")).isEqualTo("自己导入的分级标准不能由自己批准生效，请由另一人批准。");
    assertThat(activate("li").status()).isEqualTo(200);
    var twice = activate("wang");
    assertThat(twice.status()).isEqualTo(409);
    assertThat(text(twice.json(), "/detail")).contains("li");
  }

  @Test
  void theGovernmentOfThePlaceDecides() {
    var elsewhere = rest.as(Role.OFFICE, "zhang", BAYANNUR);
    assertThat(bringIn(elsewhere, aStrictPack()).status()).isEqualTo(403);
    assertThat(bringIn(aStrictPack()).status()).isEqualTo(201);
    var stranger = rest.as(Role.HEADQUARTERS, "li", BAYANNUR);
    assertThat(stranger.post("/api/v1/policies/" + reference + "/activate", null).status())
        .isEqualTo(403);
    var county =
        aStrictPack().with("id: " + id, "id: county-" + id).with("[\"652300\"]", "[\"150822\"]");
    assertThat(bringIn(rest.as(Role.OFFICE, "zhang", DENGKOU), county).status()).isEqualTo(403);
    assertThat(bringIn(elsewhere, county).status()).isEqualTo(201);
  }

  @Test
  void theSameAgainIsTheSameAndAnotherContentTakesAnotherVersion() {
    var first = bringIn(aStrictPack());
    var json = office("wang").get("/api/v1/policies/" + reference).json().at("/content");
    var second = office("wang").post("/api/v1/policies", json.toString());
    assertThat(second.status()).as(second.body()).isEqualTo(200);
    assertThat(text(second.json(), "/importedBy")).isEqualTo("zhang");
    assertThat(text(second.json(), "/contentSha256"))
        .isEqualTo(text(first.json(), "/contentSha256"));
    var other = bringIn(aStrictPack().with("leadHours: 0", "leadHours: 1"));
    assertThat(other.status()).isEqualTo(409);
    assertThat(text(other.json(), "/type")).isEqualTo("/problems/conflict");
    assertThat(bringIn(aStrictPack().version(2).with("leadHours: 0", "leadHours: 1")).status())
        .isEqualTo(201);
  }

  @Test
  void allThatIsWrongIsNamedInTheReadersLanguage() {
    var broken =
        aStrictPack()
            .with("liftHours: 36 ", "liftHours: 0 ")
            .with("DUST: HEALTH_NOTICE", "DUST: NOTHING");
    var chinese = bringIn(broken);
    assertThat(chinese.status()).isEqualTo(422);
    assertThat(chinese.json().at("/errors").size()).isEqualTo(2);
    assertThat(text(chinese.json(), "/errors/0/pointer")).isEqualTo("/responses/DUST");
    assertThat(text(chinese.json(), "/errors/1/detail")).isEqualTo("应在 1 到 240 之间。");
    var english = bringIn(office("zhang").inEnglish(), broken);
    assertThat(text(english.json(), "/errors/0/detail")).startsWith("This is one of COLOURED");
    var unread =
        office("zhang").with("Content-Type", "application/yaml").post("/api/v1/policies", "a: [");
    assertThat(unread.status()).isEqualTo(400);
    assertThat(text(unread.json(), "/errors/0/detail")).contains("不是合法的 YAML");
    assertThat(
            office("zhang")
                .with("Content-Type", "text/plain")
                .post("/api/v1/policies", "a")
                .status())
        .isEqualTo(415);
  }

  @Test
  void theListHasThePackagedOnesAndWhatWasBroughtIn() {
    bringIn(aStrictPack());
    JsonNode items = rest.as(Role.EXPERTS).inEnglish().get("/api/v1/policies").json().at("/items");
    assertThat(text(items, "/0/reference")).isEqualTo("national-2018@1");
    assertThat(text(items, "/1/reference")).isEqualTo("national-2024@1");
    assertThat(text(items, "/1/state")).isEqualTo("PACKAGED");
    assertThat(text(items, "/1/title")).contains("national levels of 2024");
    assertThat(items.valueStream().map(item -> text(item, "/reference"))).contains(reference);
    var national = rest.as(Role.MONITORING).get("/api/v1/policies/national-2024").json();
    assertThat(national.at("/content/approvalDeadlineHours").intValue()).isEqualTo(2);
    assertThat(text(national, "/content/responses/OZONE"))
        .isEqualTo("HEALTH_NOTICE_AND_SUPERVISION");
    assertThat(rest.as(Role.OFFICE).get("/api/v1/policies/" + UUID.randomUUID()).status())
        .isEqualTo(404);
    assertThat(rest.as(Role.LIAISON).get("/api/v1/policies").status()).isEqualTo(403);
  }

  @Test
  void anImportSentTwiceUnderItsKeyIsAnsweredAlike() {
    var keyed = office("zhang").with("Idempotency-Key", id);
    var first = bringIn(keyed, aStrictPack());
    var second = bringIn(keyed, aStrictPack());
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
  }

  @Test
  void whoeverWritesToTheTableIsHeldToTheSame() {
    bringIn(aStrictPack());
    assertRefused(
        "update policy_pack set activated_by = 'zhang', activator_role = 'headquarters',"
            + " activated_at = imported_at",
        "activated_by_another");
    assertRefused(
        "update policy_pack set activated_by = 'li', activator_role = 'office',"
            + " activated_at = imported_at",
        "headquarters_activate");
    assertRefused("update policy_pack set activated_by = 'li'", "activated_as_a_whole");
    assertRefused(
        "update policy_pack set content = replace(content, '48', '24')", "content of a pack");
    assertRefused("update policy_pack set imported_by = 'li'", "content of a pack");
    assertRefused("update policy_pack set version = 7", "content of a pack");
    assertRefused("delete from policy_pack", "only added to");
    assertRefused(
        "insert into policy_pack (id, version, content, content_sha256, imported_by,"
            + " importer_role, imported_at, activated_by, activator_role, activated_at)"
            + " select 'x', 1, content, content_sha256, imported_by, importer_role, imported_at,"
            + " 'li', 'headquarters', imported_at from policy_pack",
        "begins as a draft");
    assertRefused(
        "insert into policy_pack (id, version, content, content_sha256, imported_by,"
            + " importer_role, imported_at) select id, 9, content, content_sha256, imported_by,"
            + " importer_role, imported_at from policy_pack",
        "content_of_this_version");
    activate("li");
    assertRefused(
        "update policy_pack set activated_by = null, activator_role = null, activated_at = null",
        "into force once");
  }

  @Test
  void aProposalByADraftIsRefusedByTheDatabase() {
    forecast(CHANGJI, ORANGE);
    bringIn(aStrictPack());
    assertThatThrownBy(
            () ->
                sql.sql(
                        """
                        insert into proposal (id, mode, jurisdiction, warning_id, kind, from_level,
                          to_level, cause, response, policy, reason_zh, reason_en, content_sha256,
                          proposed_at, state, version)
                        select gen_random_uuid(), mode, '150822', warning_id, kind, from_level,
                          to_level, cause, response, ?, reason_zh, reason_en, content_sha256,
                          proposed_at, 'OPEN', 1
                        from proposal
                        """)
                    .param(reference)
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("is a draft");
  }

  /** Yellow from an AQI of 100 over 24 hours, from today on. */
  private APack aStrictPack() {
    return APack.ofChangji()
        .named(id)
        .with("{level: YELLOW, over: 150, hours: 48}", "{level: YELLOW, over: 50, hours: 24}");
  }

  private Rest.Answer bringIn(APack pack) {
    return bringIn(office("zhang"), pack);
  }

  private static Rest.Answer bringIn(Rest as, APack pack) {
    return as.with("Content-Type", "application/yaml").post("/api/v1/policies", pack.yaml());
  }

  private Rest.Answer activate(String by) {
    return headquarters(by).post("/api/v1/policies/" + reference + "/activate", null);
  }

  private void assertRefused(String write, String because) {
    assertThatThrownBy(() -> sql.sql(write + " where id = ?").param(id).update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining(because);
  }
}
