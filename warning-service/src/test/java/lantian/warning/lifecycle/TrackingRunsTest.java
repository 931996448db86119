package lantian.warning.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import lantian.kit.security.Role;
import lantian.kit.time.BusinessTimers;
import lantian.warning.policy.APack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import tools.jackson.databind.JsonNode;

/** How the level goes from run to run, and a run that goes up and down alone. */
class TrackingRunsTest extends Lifecycle {
  /** Begins in 40 hours: 24 hours are over 150 from the 11th polluted one on. */
  private static final int[] ORANGE_IN_TWO_DAYS = {52, 30, 60, 220, 56, 30};

  @Autowired BusinessTimers timers;

  @AfterEach
  void nobodyElseIsJudgedByThePack() {
    sql.sql("truncate policy_pack").update();
  }

  @Test
  void howTheLevelWentIsSaidRunByRun() {
    for (int[] run : List.of(ORANGE, CLEAN, ORANGE, ORANGE)) {
      forecast(CHANGJI, run);
      pass(Duration.ofHours(6));
    }
    var track = track();
    assertThat(text(track, "/sources/0/source")).isEqualTo("CMA");
    assertThat(text(track, "/sources/0/text"))
        .isEqualTo("CMA最近4次预报依次研判为：橙色预警、无预警、橙色预警、橙色预警（橙色预警3次、无预警1次），变化2次。");
    assertThat(track.at("/sources/0/levels/ORANGE").intValue()).isEqualTo(3);
    assertThat(track.at("/sources/0/levels/NONE").intValue()).isEqualTo(1);
    assertThat(track.at("/sources/0/changes").intValue()).isEqualTo(2);
    assertThat(values(track, "/sources/0/runs", "/level"))
        .containsExactly("ORANGE", "ORANGE", "NONE", "ORANGE");
    assertThat(text(track, "/sources/0/runs/0/policy")).isEqualTo("national-2024@1");
    assertThat(text(track, "/sources/0/runs/0/cause")).isEqualTo("PARTICULATE");
    assertThat(text(track, "/sources/0/runs/0/from"))
        .isLessThan(text(track, "/sources/0/runs/0/to"));
    assertThat(track.at("/sources/0/runs/2/from").isNull()).isTrue();
    assertThat(text(track, "/confidence")).isEqualTo("把握：CMA最近4次预报中有3次达到橙色预警。");
    assertThat(track.at("/agreements/0/agreeing").intValue()).isEqualTo(3);
    var english = office("reader").inEnglish().get(path(CHANGJI, "&last=2")).json();
    assertThat(text(english, "/sources/0/text"))
        .isEqualTo(
            "The last 2 runs of CMA, the oldest first: orange warning, orange warning (orange"
                + " warning in 2); no change of level.");
    assertThat(english.at("/sources/0/runs").size()).isEqualTo(2);
  }

  @Test
  void theReasonOfAProposalSaysHowFarTheRunsAgree() {
    forecast(CHANGJI, ORANGE);
    pass(Duration.ofHours(6));
    forecast(CHANGJI, CLEAN);
    pass(Duration.ofHours(6));
    var proposal = forecast(CHANGJI, ORANGE);
    assertThat(text(proposal, "/reason")).contains("把握：CMA最近3次预报中有2次达到橙色预警。");
    var english =
        office("zhang").inEnglish().get("/api/v1/proposals/" + text(proposal, "/id")).json();
    assertThat(text(english, "/reason"))
        .endsWith(
            "Confidence from the runs: orange warning or higher in 2 of the last 3 runs of CMA.");
  }

  @Test
  void aRunIsKeptOnceAndACorrectionOfWhatWasMeasuredRewritesNothing() {
    var run = aRun(CHANGJI, ORANGE);
    assertThat(monitoring().post("/api/v1/forecasts", run).status()).isEqualTo(201);
    var before = track();
    assertThat(monitoring().post("/api/v1/forecasts", run).status()).isEqualTo(200);
    var first = thisHour().minus(Duration.ofHours(60));
    monitoring().post("/api/v1/observations", measured(CHANGJI, first, 61, 320));
    var after = track();
    assertThat(after.at("/sources/0/runs").size()).isEqualTo(1);
    assertThat(text(after, "/sources/0/runs/0/level")).isEqualTo("ORANGE");
    assertThat(text(after, "/sources/0/runs/0/levelNow"))
        .as("with what was measured")
        .isEqualTo("RED");
    assertThat(text(before, "/sources/0/runs/0/levelNow")).isEqualTo("ORANGE");
    assertThatThrownBy(() -> sql.sql("update tracked_run set level = 'RED'").update())
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThatThrownBy(() -> sql.sql("delete from tracked_run").update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void aRunThatComesLateStandsWhereItWasIssued() {
    var late = aRun(CHANGJI, 48, 30, 96, 320, 24, 30);
    pass(Duration.ofHours(6));
    forecast(CHANGJI, CLEAN);
    pass(Duration.ofHours(1));
    var answer = monitoring().post("/api/v1/forecasts", late);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.json().at("/proposal").isNull()).as("a newer run says otherwise").isTrue();
    var track = track();
    assertThat(values(track, "/sources/0/runs", "/level")).containsExactly("NONE", "RED");
    assertThat(text(track, "/sources/0/text")).contains("红色预警、无预警");
  }

  @Test
  void aRunThatIsOverWhenItComesHasNoLevel() {
    var old = aRun(CHANGJI, CLEAN);
    old.put("points", hours(thisHour().minus(Duration.ofHours(30)), 31, 320));
    assertThat(monitoring().post("/api/v1/forecasts", old).status()).isEqualTo(201);
    var track = track();
    assertThat(track.at("/sources/0/runs/0/level").isNull()).isTrue();
    assertThat(track.at("/sources/0/runs/0/levelNow").isNull()).isTrue();
    assertThat(text(track, "/sources/0/text")).isEqualTo("CMA最近1次预报到达时均已过时，没有研判级别。");
    assertThat(text(track, "/confidence")).isEmpty();
  }

  @Test
  void twoSourcesAreToldApart() {
    forecast(CHANGJI, ORANGE);
    pass(Duration.ofHours(6));
    var station = aRun(CHANGJI, CLEAN);
    station.put("source", "省站");
    assertThat(monitoring().post("/api/v1/forecasts", station).status()).isEqualTo(201);
    pass(Duration.ofHours(1));
    var proposal = forecast(CHANGJI, ORANGE);
    assertThat(text(proposal, "/reason")).contains("把握：CMA最近2次预报中有2次达到橙色预警；省站只有1次预报，不支持。");
    var track = track();
    assertThat(values(track, "/sources", "/source")).containsExactly("CMA", "省站");
    assertThat(track.at("/sources/1/runs").size()).isEqualTo(1);
  }

  @Test
  void oneRunThatGoesUpAloneCallsNobodyAndIsSeen() {
    aPackThatWantsTwoRuns();
    forecast(CHANGJI, CLEAN);
    pass(Duration.ofHours(6));
    double damped = counted("forecast_damped_total", "RAISE");
    double changes = counted("forecast_level_changes_total", "UP");
    var answer = monitoring().post("/api/v1/forecasts", aRun(CHANGJI, ORANGE_IN_TWO_DAYS));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(text(answer.json(), "/assessment/level")).isEqualTo("ORANGE");
    assertThat(answer.json().at("/proposal").isNull()).isTrue();
    assertThat(text(answer.json(), "/damped/kind")).isEqualTo("RAISE");
    assertThat(answer.json().at("/damped/agreeing").intValue()).isEqualTo(1);
    assertThat(answer.json().at("/damped/needed").intValue()).isEqualTo(2);
    assertThat(text(answer.json(), "/damped/text"))
        .isEqualTo("橙色预警暂不提出：最近2次预报中有1次达到，须连续2次一致；过程在24小时内开始的除外。");
    assertThat(counted("forecast_damped_total", "RAISE")).isEqualTo(damped + 1);
    assertThat(counted("forecast_level_changes_total", "UP")).isEqualTo(changes + 1);
    var track = track();
    assertThat(text(track, "/damped/to")).isEqualTo("ORANGE");
    assertThat(text(track, "/sources/0/runs/0/damped/text")).startsWith("橙色预警暂不提出");
    assertThat(text(track, "/confidence")).isEqualTo("把握：CMA最近2次预报中有1次达到橙色预警。");

    pass(Duration.ofHours(6));
    assertThat(forecast(CHANGJI, CLEAN).isNull()).as("it was a single one").isTrue();
    assertThat(track().at("/damped").isNull()).isTrue();
    assertThat(text(track(), "/sources/0/runs/1/damped/to"))
        .as("it stays told")
        .isEqualTo("ORANGE");
    assertThat(sql.sql("select count(*) from proposal").query(Long.class).single()).isZero();
  }

  @Test
  void theSecondRunThatAgreesIsProposed() {
    aPackThatWantsTwoRuns();
    assertThat(forecast(CHANGJI, ORANGE_IN_TWO_DAYS).isNull()).isTrue();
    pass(Duration.ofHours(6));
    var proposal = forecast(CHANGJI, ORANGE_IN_TWO_DAYS);
    assertThat(text(proposal, "/to")).isEqualTo("ORANGE");
    assertThat(text(proposal, "/reason")).contains("CMA最近2次预报中有2次达到橙色预警");
  }

  @Test
  void whatBeginsSoonWaitsForNoOtherRun() {
    aPackThatWantsTwoRuns();
    assertThat(text(forecast(CHANGJI, ORANGE), "/to")).isEqualTo("ORANGE");
  }

  @Test
  void whatWaitedIsProposedOnceItBeginsSoonThoughNoNewsCome() {
    aPackThatWantsTwoRuns();
    assertThat(forecast(CHANGJI, ORANGE_IN_TWO_DAYS).isNull()).isTrue();
    pass(Duration.ofHours(15));
    timers.runAll();
    assertThat(standing().size()).as("25 hours ahead").isZero();
    pass(Duration.ofHours(3));
    timers.runAll();
    assertThat(standing().size()).isEqualTo(1);
    assertThat(text(standing(), "/0/to")).isEqualTo("ORANGE");
    assertThat(text(standing(), "/0/reason")).contains("CMA只有1次预报，达到橙色预警");
    timers.runAll();
    assertThat(standing().size()).isEqualTo(1);
  }

  private JsonNode standing() {
    return office("zhang").get("/api/v1/proposals?jurisdiction=" + CHANGJI).json().at("/items");
  }

  /** The office need not explain why it did not put forward what it was not given. */
  @Test
  void whatWasDampedWhileThereWasTimeIsNoDelayOfTheOffice() {
    aPackThatSays("raiseRuns: 2, lowerRuns: 1, withinHours: 72, atOnceHours: 12");
    assertThat(forecast(CHANGJI, ORANGE_IN_TWO_DAYS).isNull()).isTrue();
    pass(Duration.ofHours(30));
    var proposal = forecast(CHANGJI, ORANGE);
    assertThat(text(proposal, "/leadTime/reason")).isEqualTo("FORECAST_CHANGED");
  }

  @Test
  void aWarningIsLiftedOnlyWhenTwoRunsAgree() {
    anOrangeWarning(CHANGJI);
    aPackThatWantsTwoRuns();
    pass(Duration.ofHours(6));
    var answer = monitoring().inEnglish().post("/api/v1/forecasts", aRun(CHANGJI, CLEAN));
    assertThat(answer.json().at("/proposal").isNull()).isTrue();
    assertThat(text(answer.json(), "/damped/text"))
        .isEqualTo(
            "No proposal to lower orange warning to no warning yet: 1 of the latest 2 runs asks for"
                + " it, and 2 one after the other must; of two levels the higher is kept.");
    pass(Duration.ofHours(6));
    var lift = forecast(CHANGJI, CLEAN);
    assertThat(text(lift, "/kind")).isEqualTo("LIFT");
    assertThat(text(lift, "/reason")).contains("把握：CMA最近3次预报中有2次无须预警。");
  }

  @Test
  void whoAsksWrongIsTold() {
    var nowhere = office("zhang").get("/api/v1/forecasts/tracking");
    assertThat(nowhere.status()).isEqualTo(422);
    assertThat(text(nowhere.json(), "/errors/0/pointer")).isEqualTo("?jurisdiction");
    assertThat(office("zhang").get(path("999999", "")).status()).isEqualTo(422);
    assertThat(office("zhang").get(path(CHANGJI, "&last=0")).status()).isEqualTo(422);
    assertThat(office("zhang").get(path(CHANGJI, "&last=51")).status()).isEqualTo(422);
    assertThat(office("zhang").get(path(CHANGJI, "&last=50")).status()).isEqualTo(200);
    assertThat(rest.as(Role.OFFICE, "zhang", BAYANNUR).get(path(CHANGJI, "")).status())
        .isEqualTo(403);
    assertThat(track().at("/sources").size()).as("nothing has come").isZero();
  }

  private void aPackThatWantsTwoRuns() {
    aPackThatSays("raiseRuns: 2, lowerRuns: 2, withinHours: 72, atOnceHours: 24");
  }

  private void aPackThatSays(String damping) {
    String id = "pack-" + UUID.randomUUID();
    var pack =
        APack.ofChangji()
            .named(id)
            .with("raiseRuns: 1, lowerRuns: 1, withinHours: 72, atOnceHours: 24", damping);
    var draft =
        office("zhang")
            .with("Content-Type", "application/yaml")
            .post("/api/v1/policies", pack.yaml());
    assertThat(draft.status()).as(draft.body()).isEqualTo(201);
    var path = "/api/v1/policies/" + id + "@1/activate";
    assertThat(headquarters("li").post(path, null).status()).isEqualTo(200);
    pass(Duration.ofMinutes(1));
  }

  private JsonNode track() {
    var answer = office("reader").get(path(CHANGJI, ""));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static String path(String jurisdiction, String more) {
    return "/api/v1/forecasts/tracking?jurisdiction=" + jurisdiction + more;
  }

  private static List<String> values(JsonNode node, String list, String pointer) {
    return StreamSupport.stream(node.at(list).spliterator(), false)
        .map(each -> text(each, pointer))
        .toList();
  }

  private double counted(String name, String label) {
    return rest.get("/actuator/prometheus")
        .body()
        .lines()
        .filter(line -> line.startsWith(name + "{") && line.contains("\"" + label + "\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
