package lantian.warning.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantian.events.Topics;
import lantian.kit.security.Role;
import lantian.testing.EventSchemas;
import lantian.testing.Rest;
import lantian.testing.TopicProbe;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The city Bayannur warns, and the county Dengkou below it responds: at least at the city's level,
 * more strictly where it decides so, never more laxly.
 */
class BindingPlacesTest extends Lifecycle {

  @Test
  void theCitysOrangeWarningIsFollowedByTheCountyAtOnceWithNobodyApprovingThere() {
    String city = anOrangeWarning(BAYANNUR);
    JsonNode response = response();
    assertThat(text(response, "/level")).isEqualTo("ORANGE");
    assertThat(text(response, "/boundBy/warningId")).isEqualTo(city);
    assertThat(response.at("/warning").isNull()).as("no warning of its own").isTrue();

    var told = changes(text(response, "/id"), 1);
    assertThat(told).hasSize(1);
    JsonNode first = told.getFirst();
    assertThat(text(first, "/jurisdiction")).isEqualTo(DENGKOU);
    assertThat(text(first, "/kind")).isEqualTo("RAISE");
    assertThat(text(first, "/to")).isEqualTo("ORANGE");
    assertThat(text(first, "/cascade/boundBy/warningId")).isEqualTo(city);
    assertThat(text(first, "/cascade/boundBy/level")).isEqualTo("ORANGE");
    assertThat(text(first, "/reason/zh")).startsWith("巴彦淖尔市发布橙色预警");
    assertThat(text(first, "/reason/en")).startsWith("Bayannur has published: orange warning");
    assertThat(text(first, "/submittedBy")).isEqualTo("zhang");
    assertThat(text(changes(city, 1).getFirst(), "/cascade/binds/0")).isEqualTo(DENGKOU);
  }

  @Test
  void nothingIsPublishedInTheCountysOwnName() {
    anOrangeWarning(BAYANNUR);
    var shown = rest.get("/public/warnings").json();
    assertThat(shown.at("/warnings")).hasSize(1);
    assertThat(text(shown, "/warnings/0/jurisdiction")).isEqualTo(BAYANNUR);
    assertThat(
            shown
                .at("/jurisdictions")
                .valueStream()
                .filter(place -> text(place, "/code").equals(DENGKOU))
                .map(place -> text(place, "/level")))
        .as("the city's holds there")
        .containsExactly("ORANGE");
    assertThat(sql.sql("select distinct jurisdiction from publication").query(String.class).list())
        .containsExactly(BAYANNUR);
    assertThat(office("zhang").get("/api/v1/warnings?jurisdiction=" + DENGKOU).json().at("/items"))
        .isEmpty();
  }

  @Test
  void whatIsLiftedAboveIsLiftedBelow() {
    anOrangeWarning(BAYANNUR);
    String id = text(response(), "/id");
    lift(BAYANNUR);
    assertThat(text(response(), "/level")).isEqualTo("NONE");
    var told = changes(id, 2);
    assertThat(kinds(told)).containsExactly("RAISE", "LIFT");
    assertThat(text(told.get(1), "/follows")).isNotNull();
    assertThat(text(told.get(1), "/cause")).isEqualTo("PARTICULATE");
  }

  @Test
  void aFalseAlarmThatIsTakenBackAboveIsTakenBackBelow() {
    String city = anOrangeWarning(BAYANNUR);
    String id = text(response(), "/id");
    office("wang").post("/api/v1/warnings/" + city + "/correction", null);
    var confirmed =
        office("wang").ifMatch(1).post("/api/v1/warnings/" + city + "/correction/confirm", null);
    assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
    assertThat(kinds(changes(id, 2))).containsExactly("RAISE", "CANCEL");
  }

  @Test
  void aCountyThatIsWarnedAlreadyGoesOnInTheSameResponse() {
    String county = aYellowWarning(DENGKOU);
    anOrangeWarning(BAYANNUR);
    assertThat(text(response(), "/id")).isEqualTo(county);
    assertThat(text(response(), "/level")).isEqualTo("ORANGE");
    var told = changes(county, 2);
    assertThat(kinds(told)).containsExactly("RAISE", "UPGRADE");
    assertThat(told.get(1).at("/version").longValue()).isEqualTo(2);
    assertThat(text(told.get(1), "/from")).isEqualTo("YELLOW");

    pass(Duration.ofHours(2));
    decide(forecast(DENGKOU, RED));
    assertThat(text(response(), "/level")).isEqualTo("RED");
    pass(Duration.ofHours(24));
    lift(DENGKOU);
    assertThat(text(response(), "/level")).as("the city's still binds").isEqualTo("ORANGE");
    lift(BAYANNUR);
    told = changes(county, 5);
    assertThat(kinds(told)).containsExactly("RAISE", "UPGRADE", "UPGRADE", "DOWNGRADE", "LIFT");
    assertThat(told.stream().map(each -> each.at("/version").longValue()))
        .containsExactly(1L, 2L, 3L, 4L, 5L);
    for (int i = 1; i < told.size(); i++) {
      assertThat(text(told.get(i), "/from")).isEqualTo(text(told.get(i - 1), "/to"));
    }
  }

  @Test
  void aCountyWhoseOwnWarningIsAsHighIsToldNothingUntilThatFalls() {
    String county = anOrangeWarning(DENGKOU);
    decide(forecast(BAYANNUR, YELLOW));
    assertThat(changes(county, 1)).hasSize(1);
    pass(Duration.ofHours(1));
    lift(DENGKOU);
    assertThat(text(response(), "/level")).as("never below the city's").isEqualTo("YELLOW");
    assertThat(kinds(changes(county, 2))).containsExactly("RAISE", "DOWNGRADE");
  }

  @Test
  void aWarningThatComesWhileTheCountyRespondsIsCarriedOutInThatResponse() {
    decide(forecast(BAYANNUR, YELLOW));
    String id = text(response(), "/id");
    pass(Duration.ofHours(1));
    String county = anOrangeWarning(DENGKOU);
    assertThat(text(response(), "/id")).isEqualTo(id);
    assertThat(text(response(), "/level")).isEqualTo("ORANGE");
    assertThat(text(changes(county, 1).getFirst(), "/cascade/respondedIn")).isEqualTo(id);
    assertThat(kinds(changes(id, 2))).containsExactly("RAISE", "UPGRADE");
  }

  @Test
  void aCountyMayRespondMoreStrictlyByItsOwnOfficeAndHeadquarters() {
    decide(forecast(BAYANNUR, YELLOW));
    String id = text(response(), "/id");
    var submitted = stricter("ORANGE");
    assertThat(submitted.status()).as(submitted.body()).isEqualTo(201);
    String path = path(submitted.json());
    assertThat(text(response(), "/level")).as("not yet").isEqualTo("YELLOW");
    assertThat(countyOffice("chen").ifMatch(1).post(path + "/approve", null).status())
        .as("orange is the headquarters'")
        .isEqualTo(403);
    assertThat(
            rest.as(Role.HEADQUARTERS, "chen", DENGKOU)
                .ifMatch(1)
                .post(path + "/approve", null)
                .status())
        .as("nobody their own")
        .isEqualTo(403);
    assertThat(
            rest.as(Role.HEADQUARTERS, "sun", CHANGJI)
                .ifMatch(1)
                .post(path + "/approve", null)
                .status())
        .as("of another place")
        .isEqualTo(403);
    var approved = countyHeadquarters().ifMatch(1).post(path + "/approve", null);
    assertThat(approved.status()).as(approved.body()).isEqualTo(200);
    assertThat(text(response(), "/level")).isEqualTo("ORANGE");
    var told = changes(id, 2);
    assertThat(kinds(told)).containsExactly("RAISE", "UPGRADE");
    assertThat(text(told.get(1), "/reason/zh")).contains("磴口县决定从严响应", "医院反映");
    assertThat(text(told.get(1), "/cascade/boundBy/level")).isEqualTo("YELLOW");
    assertThat(sql.sql("select distinct jurisdiction from publication").query(String.class).list())
        .as("nothing of it is public")
        .containsExactly(BAYANNUR);

    pass(Duration.ofHours(1));
    lift(BAYANNUR);
    assertThat(text(response(), "/level")).as("its own stands").isEqualTo("ORANGE");
    assertThat(countyOffice("chen").ifMatch(2).post(path + "/end", null).status())
        .as("not whoever put it forward")
        .isEqualTo(403);
    assertThat(countyOffice("qian").ifMatch(2).post(path + "/end", null).status()).isEqualTo(200);
    assertThat(text(response(), "/level")).isEqualTo("NONE");
    assertThat(kinds(changes(id, 3))).endsWith("LIFT");
  }

  @Test
  void aResponseIsNeverLaxerThanWhatBindsIt() {
    anOrangeWarning(BAYANNUR);
    var laxer = stricter("YELLOW");
    assertThat(laxer.status()).isEqualTo(422);
    assertThat(text(laxer.json(), "/errors/0/pointer")).isEqualTo("/level");
    assertThat(text(laxer.json(), "/errors/0/code")).isEqualTo("laxer");
    assertThat(text(laxer.json(), "/errors/0/detail")).contains("可以从严，不能放宽");
    assertThat(stricter("ORANGE").status()).as("as strict, for longer").isEqualTo(201);
    assertThat(stricter("RED").status()).as("one at a time").isEqualTo(409);
  }

  @Test
  void whatHasBecomeTooLaxMeanwhileIsNotApproved() {
    decide(forecast(BAYANNUR, YELLOW));
    var submitted = stricter("ORANGE");
    pass(Duration.ofHours(1));
    decide(forecast(BAYANNUR, RED));
    var late = countyHeadquarters().ifMatch(1).post(path(submitted.json()) + "/approve", null);
    assertThat(late.status()).isEqualTo(422);
    assertThat(text(response(), "/level")).isEqualTo("RED");
  }

  @Test
  void theCityRisesAboveWhatTheCountyDecided() {
    decide(forecast(BAYANNUR, YELLOW));
    var submitted = stricter("ORANGE");
    countyHeadquarters().ifMatch(1).post(path(submitted.json()) + "/approve", null);
    pass(Duration.ofHours(1));
    decide(forecast(BAYANNUR, RED));
    assertThat(text(response(), "/level")).isEqualTo("RED");
  }

  @Test
  void withoutAWarningThereIsNothingToRespondToMoreStrictly() {
    var none = stricter("YELLOW");
    assertThat(none.status()).isEqualTo(409);
    assertThat(text(none.json(), "/type")).isEqualTo("/problems/wrong-state");
    assertThat(stricterIn(CHANGJI + "x", "RED").status()).isEqualTo(422);
  }

  @Test
  void redIsDecidedByTwoOfTheCountysHeadquarters() {
    anOrangeWarning(BAYANNUR);
    String path = path(stricter("RED").json());
    assertThat(countyHeadquarters().ifMatch(1).post(path + "/approve", null).status())
        .isEqualTo(200);
    assertThat(text(response(), "/level")).isEqualTo("ORANGE");
    assertThat(countyHeadquarters().ifMatch(2).post(path + "/approve", null).status())
        .isEqualTo(403);
    assertThat(
            rest.as(Role.HEADQUARTERS, "zhou", DENGKOU)
                .ifMatch(2)
                .post(path + "/approve", null)
                .status())
        .isEqualTo(200);
    assertThat(text(response(), "/level")).isEqualTo("RED");
  }

  @Test
  void whatOnePutForwardIsNotReplacedByOnesOwnApprovalEither() {
    decide(forecast(BAYANNUR, YELLOW));
    String first = path(stricter("YELLOW").json());
    assertThat(countyOffice("qian").ifMatch(1).post(first + "/approve", null).status())
        .isEqualTo(200);
    var request = Map.of("jurisdiction", DENGKOU, "level", "YELLOW", "reason", "延长");
    String second = path(countyOffice("qian").post("/api/v1/responses/stricter", request).json());
    var refused = countyOffice("chen").ifMatch(1).post(second + "/approve", null);
    assertThat(refused.status()).as(refused.body()).isEqualTo(403);
    assertThat(countyOffice("wu").ifMatch(1).post(second + "/approve", null).status())
        .isEqualTo(200);
    assertThat(text(countyOffice("wu").get(first).json(), "/endedBy")).isEqualTo("wu");
  }

  @Test
  void whoDoesNotStandOnTheRosterOfTheCountyDecidesNothingThere() {
    decide(forecast(BAYANNUR, YELLOW));
    String path = path(stricter("ORANGE").json());
    sql.sql("update authority_rule set roster_first_use = false").update();
    var refused = countyHeadquarters().ifMatch(1).post(path + "/approve", null);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(text(refused.json(), "/type")).isEqualTo("/problems/not-on-roster");
    assertThat(text(response(), "/level")).isEqualTo("YELLOW");
    onRoster("sun", "headquarters", DENGKOU);
    assertThat(countyHeadquarters().ifMatch(1).post(path + "/approve", null).status())
        .isEqualTo(200);
    assertThat(text(response(), "/level")).isEqualTo("ORANGE");
    assertThat(countyOffice("qian").ifMatch(2).post(path + "/end", null).status())
        .as("nor ends it")
        .isEqualTo(403);
    // Whoever stands there for the city stands there for its counties.
    onRoster("qian", "office", BAYANNUR);
    assertThat(countyOffice("qian").ifMatch(2).post(path + "/end", null).status()).isEqualTo(200);
  }

  @Test
  void anApproverWhoWasEndedMeanwhileCountsNoMoreForARedResponse() {
    anOrangeWarning(BAYANNUR);
    String path = path(stricter("RED").json());
    assertThat(countyHeadquarters().ifMatch(1).post(path + "/approve", null).status())
        .isEqualTo(200);
    sql.sql("update roster_entry set ended_by = 'op' where person = 'sun'").update();
    Rest other = rest.as(Role.HEADQUARTERS, "zhou", DENGKOU);
    var late = other.ifMatch(2).post(path + "/approve", null);
    assertThat(late.status()).isEqualTo(409);
    assertThat(text(late.json(), "/detail")).contains("已不在本地名册上");
    assertThat(text(other.inEnglish().ifMatch(2).post(path + "/approve", null).json(), "/detail"))
        .contains("does not stand on the roster");
    assertThat(text(response(), "/level")).isEqualTo("ORANGE");
    assertThat(countyOffice("qian").ifMatch(2).post(path + "/end", null).status()).isEqualTo(200);
    assertThat(stricter("RED").status()).as("put forward anew").isEqualTo(201);
  }

  @Test
  void theDatabaseAsksTheRosterWhoeverWrites() {
    anOrangeWarning(BAYANNUR);
    var decision = UUID.fromString(text(stricter("RED").json(), "/id"));
    assertThatThrownBy(() -> approvedInSql(decision, "SUBMITTED", "mallory", null))
        .hasMessageContaining("approver mallory does not stand on the roster");
    onRoster("sun", "headquarters", DENGKOU);
    approvedInSql(decision, "SUBMITTED", "sun", null);
    assertThatThrownBy(() -> approvedInSql(decision, "IN_FORCE", "sun", "mallory"))
        .hasMessageContaining("approver mallory does not stand on the roster");
    onRoster("zhou", "headquarters", CHANGJI);
    assertThatThrownBy(() -> approvedInSql(decision, "IN_FORCE", "sun", "zhou"))
        .as("of another place")
        .hasMessageContaining("approver zhou does not stand on the roster");
    onRoster("eve", "headquarters", DENGKOU);
    assertThatThrownBy(() -> approvedInSql(decision, "IN_FORCE", "eve", "sun"))
        .hasMessageContaining("an approval stays");
    sql.sql("update roster_entry set ended_by = 'op' where person = 'sun'").update();
    assertThatThrownBy(() -> approvedInSql(decision, "IN_FORCE", "sun", "eve"))
        .hasMessageContaining("approver sun does not stand on the roster");
    assertThatThrownBy(
            () ->
                sql.sql(
                        """
                        update stricter_response set state = 'ENDED', version = version + 1,
                          ended_by = 'mallory', ended_at = now()
                        """)
                    .update())
        .hasMessageContaining("mallory does not stand on the roster");
    assertThatThrownBy(
            () ->
                sql.sql(
                        """
                        insert into stricter_response (id, mode, jurisdiction, level, bound_level,
                          cause, response, policy, reason, submitted_by, submitted_at, approver_a,
                          role_a, state, version)
                        select gen_random_uuid(), mode, jurisdiction, level, bound_level, cause,
                          response, policy, reason, submitted_by, submitted_at, 'eve',
                          'headquarters', 'SUBMITTED', 1 from stricter_response
                        """)
                    .update())
        .hasMessageContaining("begins with nobody's approval");
  }

  private void approvedInSql(UUID decision, String state, String one, @Nullable String other) {
    sql.sql(
            """
            update stricter_response set state = ?, version = version + 1,
              approver_a = ?, role_a = 'headquarters', approver_b = ?::text,
              role_b = case when ?::text is null then null else 'headquarters' end,
              begun_at = case when ? = 'IN_FORCE' then now() end
            where id = ?
            """)
        .params(state, one)
        .param(other)
        .param(other)
        .params(state, decision)
        .update();
  }

  /** Whoever is not entered so is not entered by a token either. */
  private void onRoster(String person, String role, String place) {
    sql.sql("update authority_rule set roster_first_use = true").update();
    sql.sql(
            """
            insert into roster_entry
              (person, role, jurisdiction, way, entered_by, confirmed_by, confirmed_at)
            values (?, ?, ?, 'FIRST_USE', ?, ?, now())
            """)
        .params(person, role, place, person, person)
        .update();
    sql.sql("update authority_rule set roster_first_use = false").update();
  }

  @Test
  void theDatabaseRefusesALaxerResponseWhoeverWrites() {
    anOrangeWarning(BAYANNUR);
    assertThatThrownBy(
            () ->
                sql.sql(
                        """
                        insert into place_response_change select response_id, revision + 1,
                          gen_random_uuid(), mode, jurisdiction, 'DOWNGRADE', 'ORANGE', 'YELLOW',
                          own_level, above_level, above_warning, above_revision, above_jurisdiction,
                          stricter_level, stricter_id, cause, response, policy, valid_from, valid_to,
                          told_at
                        from place_response_change
                        """)
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("never_laxer");
    assertThatThrownBy(
            () ->
                sql.sql(
                        """
                        insert into place_response_change select response_id, revision + 1,
                          gen_random_uuid(), mode, jurisdiction, 'DOWNGRADE', 'ORANGE', 'YELLOW',
                          own_level, 'YELLOW', above_warning, above_revision, above_jurisdiction,
                          stricter_level, stricter_id, cause, response, policy, valid_from, valid_to,
                          told_at
                        from place_response_change
                        """)
                    .update())
        .as("nor one that says the city had warned less")
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("foreign key");
    assertThatThrownBy(() -> stricterRow("YELLOW", "ORANGE", "null"))
        .hasMessageContaining("never_laxer");
    assertThatThrownBy(() -> stricterRow("RED", "ORANGE", "now()"))
        .hasMessageContaining("in_force_is_approved");
  }

  @Test
  void aPlaceThatIsOnlyLookedAtIsJudgedAndNeverProposed() {
    var answer = monitoring().post("/api/v1/forecasts", aRun("652301", RED));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(text(answer.json(), "/assessment/level")).isEqualTo("RED");
    assertThat(answer.json().at("/proposal").isNull()).isTrue();
  }

  private void stricterRow(String level, String bound, String begunAt) {
    sql.sql(
            """
            insert into stricter_response (id, mode, jurisdiction, level, bound_level, cause,
              response, policy, reason, submitted_by, submitted_at, state, version, begun_at)
            values (gen_random_uuid(), 'LIVE', '150822', ?, ?, 'PARTICULATE', 'COLOURED', 'x@1', 'x',
              'a', now(), ?, 1,\
            """
                + begunAt
                + ")")
        .params(level, bound, begunAt.equals("null") ? "SUBMITTED" : "IN_FORCE")
        .update();
  }

  private Rest countyOffice(String user) {
    return rest.as(Role.OFFICE, user, DENGKOU);
  }

  private Rest countyHeadquarters() {
    return rest.as(Role.HEADQUARTERS, "sun", DENGKOU);
  }

  private Rest.Answer stricter(String level) {
    return stricterIn(DENGKOU, level);
  }

  private Rest.Answer stricterIn(String place, String level) {
    Map<String, Object> request = new HashMap<>();
    request.put("jurisdiction", place);
    request.put("level", level);
    request.put("reason", "县医院反映门诊量上升");
    return countyOffice("chen").post("/api/v1/responses/stricter", request);
  }

  private static String path(JsonNode decision) {
    return "/api/v1/responses/stricter/" + text(decision, "/id");
  }

  private JsonNode response() {
    return office("reader").get("/api/v1/responses?jurisdiction=" + DENGKOU).json().at("/items/0");
  }

  private String aYellowWarning(String place) {
    JsonNode proposal = forecast(place, YELLOW);
    decide(proposal);
    return text(proposal, "/warningId");
  }

  /** Whoever has the authority for it decides. */
  private void decide(JsonNode proposal) {
    JsonNode submitted = done(office("zhang"), proposal, "submit");
    boolean lowers = List.of("LIFT", "DOWNGRADE").contains(text(proposal, "/kind"));
    if (lowers || text(proposal, "/to").equals("YELLOW")) {
      done(office("wang"), submitted, "approve");
      return;
    }
    JsonNode approved = done(headquarters("li"), submitted, "approve");
    if (text(approved, "/state").equals("SUBMITTED")) {
      done(headquarters("zhao"), approved, "approve");
    }
  }

  private void lift(String place) {
    pass(Duration.ofMinutes(1));
    JsonNode lift = forecast(place, CLEAN);
    assertThat(text(lift, "/kind")).isEqualTo("LIFT");
    decide(lift);
  }

  private static List<String> kinds(List<JsonNode> changes) {
    return changes.stream().map(change -> text(change, "/kind")).toList();
  }

  /** What was told of levels under this id, in the order of the topic; at least so many. */
  private static List<JsonNode> changes(String id, int atLeast) {
    List<JsonNode> changes = new ArrayList<>();
    Awaitility.await()
        .untilAsserted(
            () -> {
              changes.clear();
              for (var record : TopicProbe.recordsOf(Topics.WARNINGS, id)) {
                if ("warning.level-changed.v1".equals(TopicProbe.header(record, "ce_type"))) {
                  assertThat(EventSchemas.objectionsTo(record)).isEmpty();
                  changes.add(JsonMapper.builder().build().readTree(record.value()));
                }
              }
              assertThat(changes).hasSizeGreaterThanOrEqualTo(atLeast);
            });
    return changes;
  }
}
