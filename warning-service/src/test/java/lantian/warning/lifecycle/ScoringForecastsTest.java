package lantian.warning.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import lantian.kit.security.Role;
import lantian.testing.Rest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** When all is over, forecasts and warnings are held against what was measured. */
class ScoringForecastsTest extends Lifecycle {

  @Test
  void aWarningThatCameTrueIsAHitAndARunThatFlapsIsNot() {
    Instant issued = now();
    Instant first = thisHour().plus(Duration.ofHours(1));
    anOrangeWarning(CHANGJI);
    var station = aRun(CHANGJI, CLEAN);
    station.put("source", "省站");
    assertThat(monitoring().post("/api/v1/forecasts", station).status()).isEqualTo(201);
    assertThat(scores("").status()).as("nothing was measured").isEqualTo(422);

    pass(Duration.ofHours(168));
    var measured = measured(CHANGJI, first, ORANGE);
    assertThat(monitoring().post("/api/v1/observations", measured).status()).isEqualTo(201);
    var lift = forecast(CHANGJI, CLEAN);
    assertThat(text(lift, "/kind")).isEqualTo("LIFT");
    done(office("wang"), done(office("zhang"), lift, "submit"), "approve");

    JsonNode found = scores("").json();
    assertThat(found.at("/runs").intValue()).isEqualTo(2);
    assertThat(found.at("/runsNotOver").intValue()).isEqualTo(0);
    assertThat(text(found, "/sources/0/source")).isEqualTo("CMA");
    assertThat(found.at("/sources/0/allDays/cases").intValue()).isEqualTo(6);
    assertThat(found.at("/sources/0/allDays/misses").intValue()).isZero();
    assertThat(found.at("/sources/0/allDays/falseAlarms").intValue()).isZero();
    int hits = found.at("/sources/0/allDays/hits").intValue();
    assertThat(hits).isPositive();
    assertThat(found.at("/sources/1/allDays/misses").intValue()).isEqualTo(hits);
    assertThat(found.at("/sources/1/allDays/pod").decimalValue()).isEqualByComparingTo("0");
    assertThat(found.at("/sources/1/allDays/far").isNull()).isTrue();
    assertThat(text(found, "/sources/1/allDays/text")).contains("空报率无法计算（没有预报过）");
    assertThat(found.at("/sources/0/leadDays").size()).isEqualTo(6);
    assertThat(found.at("/allDays/cases").intValue()).isEqualTo(12);
    assertThat(text(found, "/episodes/0/level")).isEqualTo("ORANGE");
    assertThat(found.at("/episodes/0/shownBy").size()).isEqualTo(1);
    assertThat(text(found, "/warnings/items/0/outcome")).isEqualTo("HIT");
    assertThat(text(found, "/warnings/items/0/published")).isEqualTo("ORANGE");
    assertThat(found.at("/warnings/items/0/levelError").intValue()).isZero();
    Instant begins = java.time.OffsetDateTime.parse(text(found, "/episodes/0/from")).toInstant();
    assertThat(found.at("/warnings/items/0/leadHours").longValue())
        .isEqualTo(Duration.between(issued, begins).toHours());
    assertThat(found.at("/warnings/missed").size()).isZero();
    assertThat(text(found, "/warnings/score/text")).startsWith("发布预警1次：命中1、空报0");

    JsonNode one = scores("&source=CMA").json();
    assertThat(one.at("/sources").size()).isEqualTo(1);
    assertThat(one.at("/allDays/cases").intValue()).isEqualTo(6);
  }

  @Test
  void aWarningThatDidNotComeTrueIsAFalseAlarm() {
    Instant first = thisHour().plus(Duration.ofHours(1));
    anOrangeWarning(CHANGJI);
    pass(Duration.ofHours(168));
    monitoring().post("/api/v1/observations", measured(CHANGJI, first, CLEAN));
    done(office("wang"), done(office("zhang"), forecast(CHANGJI, CLEAN), "submit"), "approve");
    JsonNode found = scores("").json();
    assertThat(text(found, "/warnings/items/0/outcome")).isEqualTo("FALSE_ALARM");
    assertThat(found.at("/warnings/items/0/leadHours").isNull()).isTrue();
    assertThat(found.at("/warnings/items/0/levelError").intValue()).isEqualTo(2);
    assertThat(found.at("/allDays/falseAlarms").intValue()).isPositive();
    assertThat(found.at("/allDays/pod").isNull()).isTrue();
  }

  @Test
  void anEpisodeThatNobodyWarnedOfIsMissed() {
    Instant first = thisHour().plus(Duration.ofHours(1));
    pass(Duration.ofHours(168));
    monitoring().post("/api/v1/observations", measured(CHANGJI, first, ORANGE));
    JsonNode found = scores("").json();
    assertThat(found.at("/warnings/score/misses").intValue()).isEqualTo(1);
    assertThat(text(found, "/warnings/missed/0/level")).isEqualTo("ORANGE");
    assertThat(found.at("/warnings/score/pod").decimalValue()).isEqualByComparingTo("0");
    assertThat(found.at("/allDays/cases").intValue()).as("no run was issued").isZero();
  }

  @Test
  void whoAsksWrongIsToldEverything() {
    var nothing = office("zhang").get("/api/v1/forecasts/scores");
    assertThat(nothing.status()).isEqualTo(422);
    assertThat(nothing.json().at("/errors").size()).isEqualTo(3);
    var path = "/api/v1/forecasts/scores?jurisdiction=" + CHANGJI;
    var turned = office("zhang").get(path + "&from=2025-12-05&to=2025-12-04");
    assertThat(text(turned.json(), "/errors/0/pointer")).isEqualTo("?to");
    var long366 = office("zhang").get(path + "&from=2025-01-01&to=2026-01-02");
    assertThat(text(long366.json(), "/errors/0/detail")).contains("366", "367");
    assertThat(rest.as(Role.OFFICE, "zhang", BAYANNUR).get(dated("")).status()).isEqualTo(403);
  }

  private Rest.Answer scores(String more) {
    return office("reader").get(dated(more));
  }

  private static String dated(String more) {
    return "/api/v1/forecasts/scores?jurisdiction="
        + CHANGJI
        + "&from=2025-12-05&to=2025-12-11"
        + more;
  }
}
