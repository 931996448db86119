package lantian.warning.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lantian.events.ChinaTime;
import lantian.warning.RealData;
import lantian.warning.series.HourlyPoint;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Real winters at Changping, hour by hour through the REST interfaces: observations as they come,
 * at 16:00 a perfect forecast of 168 hours, and the office acts on what is proposed then.
 */
class PlayedEpisodeTest extends Lifecycle {

  @Test
  void december2016() {
    assertThat(play("2016-12"))
        .containsExactly(
            "12-09 ORANGE",
            "12-14 NONE",
            "12-15 RED",
            "12-23 YELLOW",
            "12-26 NONE",
            "12-28 RED",
            "01-08 NONE");
  }

  @Test
  void november2015() {
    assertThat(play("2015-11"))
        .containsExactly(
            "11-25 RED",
            "12-02 ORANGE",
            "12-03 NONE",
            "12-04 ORANGE",
            "12-11 YELLOW",
            "12-15 NONE",
            "12-17 ORANGE",
            "12-18 RED",
            "12-27 YELLOW",
            "12-30 ORANGE",
            "01-04 NONE");
  }

  private List<String> play(String episode) {
    List<HourlyPoint> hours = RealData.changping(episode);
    List<String> changes = new ArrayList<>();
    for (int i = 0; i < hours.size(); i++) {
      Instant at = hours.get(i).at();
      clock.stopAt(at.plus(Duration.ofMinutes(2)));
      var measured = Map.of("jurisdiction", CHANGJI, "points", List.of(json(hours.get(i))));
      assertThat(monitoring().post("/api/v1/observations", measured).status()).isEqualTo(201);
      if (ChinaTime.at(at).getHour() == 16 && i + 1 < hours.size()) {
        var proposal = forecast(hours.subList(i + 1, Math.min(i + 169, hours.size())));
        if (!proposal.isNull()) {
          pass(Duration.ofMinutes(2));
          decide(proposal);
          changes.add(ChinaTime.dateOf(at).toString().substring(5) + " " + text(proposal, "/to"));
        }
      }
    }
    return changes;
  }

  private JsonNode forecast(List<HourlyPoint> hours) {
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("jurisdiction", CHANGJI);
    run.put("issuedAt", time(thisHour()));
    run.put("source", "perfect");
    run.put("resolution", "HOURLY");
    run.put("policy", "national-2024");
    run.put("points", hours.stream().map(PlayedEpisodeTest::json).toList());
    var answer = monitoring().post("/api/v1/forecasts", run);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().at("/proposal");
  }

  private void decide(JsonNode proposal) {
    var submitted = done(office("zhang"), proposal, "submit");
    var approvers = submitted.at("/authority/approvedBy/0").stringValue();
    for (int i = 0; i < submitted.at("/authority/approvals").intValue(); i++) {
      var person = approvers.equals("office") ? office("wang" + i) : headquarters("li" + i);
      submitted = done(person, submitted, "approve");
    }
    assertThat(text(submitted, "/state")).isEqualTo("APPROVED");
  }

  private static Map<String, Object> json(HourlyPoint hour) {
    Map<String, Object> point = new LinkedHashMap<>();
    point.put("at", time(hour.at()));
    hour.sample()
        .values()
        .forEach(
            (pollutant, value) -> point.put(pollutant.code(), new BigDecimal(value.toString())));
    return point;
  }
}
