package lantian.warning.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lantian.events.ChinaTime;
import lantian.events.Pollutant;
import lantian.kit.security.Role;
import lantian.testing.OnRealBrokerAndDatabase;
import lantian.testing.Rest;
import lantian.warning.RealData;
import lantian.warning.SeriesOf;
import lantian.warning.WarningService;
import lantian.warning.series.HourlyPoint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.JsonNode;

/** {@code POST /api/v1/assessments} from outside. */
@SpringBootTest(
    classes = WarningService.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.config.name=warning-service")
@OnRealBrokerAndDatabase
class AssessmentEndpointTest {
  @Autowired Rest rest;

  @Test
  void aRedWeekSaysWhatItRestsOn() {
    List<HourlyPoint> points = RealData.changping("2016-12");
    Rest.Answer answer = assess("national-2024", json(points.subList(192, 360)));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    JsonNode assessment = answer.json();
    assertThat(assessment.propertyNames())
        .containsExactly(
            "level",
            "response",
            "cause",
            "policy",
            "from",
            "to",
            "conditions",
            "aqi",
            "explanation");
    assertThat(assessment.at("/level").stringValue()).isEqualTo("RED");
    assertThat(assessment.at("/response").stringValue()).isEqualTo("COLOURED");
    assertThat(assessment.at("/cause").stringValue()).isEqualTo("PARTICULATE");
    assertThat(assessment.at("/policy").stringValue()).isEqualTo("national-2024@1");
    assertThat(assessment.at("/from").stringValue()).endsWith("+08:00");
    assertThat(assessment.at("/conditions").size()).isEqualTo(5);
    assertThat(assessment.at("/aqi").size()).isEqualTo(168 - 23);
    JsonNode red = assessment.at("/conditions/4");
    assertThat(red.at("/level").stringValue()).isEqualTo("RED");
    assertThat(red.at("/threshold").intValue()).isEqualTo(200);
    assertThat(red.at("/hours").intValue()).isEqualTo(72);
    assertThat(red.at("/containing/threshold").intValue()).isEqualTo(300);
    assertThat(red.at("/satisfied").booleanValue()).isTrue();
    assertThat(red.at("/text").stringValue()).contains("滚动日AQI", "达到72小时");
    assertThat(red.at("/runs/0/from")).isEqualTo(assessment.at("/from"));
    assertThat(red.at("/runs/0/to")).isEqualTo(assessment.at("/to"));
    assertThat(red.at("/runs/0/hours").intValue()).isGreaterThanOrEqualTo(72);
    assertThat(red.at("/runs/0/peakAqi").intValue()).isGreaterThan(300);
    assertThat(red.at("/runs/0/hoursOver").intValue()).isGreaterThan(48);
    assertThat(red.at("/runs/0/parts/0/from").stringValue()).endsWith("+08:00");
    assertThat(red.at("/missing").isNull()).isTrue();
    assertThat(assessment.at("/explanation/next").isNull()).as("nothing above red").isTrue();
    assertThat(assessment.at("/explanation/cause/pollutants/0").stringValue()).isEqualTo("pm2_5");
    assertThat(assessment.at("/explanation/summary").stringValue()).contains("达到72小时", "成因为颗粒物");
  }

  @Test
  void aCleanWeekHasNoLevelAndSaysSoInEnglish() {
    Rest.Answer answer =
        rest.as(Role.LIAISON)
            .inEnglish()
            .post("/api/v1/assessments", Map.of("points", hours(48, 20)));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().at("/level").stringValue()).isEqualTo("NONE");
    assertThat(answer.json().at("/policy").stringValue()).isEqualTo("national-2024@1");
    for (String field : List.of("/from", "/to", "/cause", "/response")) {
      assertThat(answer.json().at(field).isNull()).as(field).isTrue();
    }
    assertThat(answer.json().at("/conditions/0/text").stringValue())
        .isEqualTo("The rolling daily AQI is never over 200; the highest is 29, 172 short.");
    assertThat(answer.json().at("/conditions/0/missing/aqi").intValue()).isEqualTo(172);
    assertThat(answer.json().at("/explanation/next/level").stringValue()).isEqualTo("YELLOW");
    assertThat(answer.json().at("/explanation/next/missing/aqi").intValue()).isEqualTo(122);
    assertThat(answer.json().at("/explanation/levels/2/met").booleanValue()).isFalse();
  }

  @Test
  void aMissingValueIsNoErrorAndAWindowWithoutOneIsNull() {
    List<Object> points = hours(24, null);
    Rest.Answer answer = assess("national-2024", points);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().at("/aqi/0/aqi").isNull()).isTrue();
  }

  @Test
  void withNowOnlyLiveRunsCount() {
    List<Object> points = hours(30, 152);
    points.addAll(hours(SeriesOf.hour(30), 60, 0));
    assertThat(level(points, SeriesOf.hour(29))).isEqualTo("YELLOW");
    assertThat(level(points, SeriesOf.hour(30))).isEqualTo("NONE");
  }

  @Test
  void daysAreJudgedAsTwentyFourHoursEach() {
    List<Object> days = new ArrayList<>();
    for (int day = 1; day <= 3; day++) {
      days.add(
          Map.of(
              "date",
              "2026-11-0" + day,
              "aqiLow",
              180,
              "aqiHigh",
              230,
              "primaryPollutants",
              List.of("pm2_5")));
    }
    Rest.Answer answer = assess("national-2018", days);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().at("/level").stringValue()).isEqualTo("ORANGE");
    assertThat(answer.json().at("/from").stringValue()).isEqualTo("2026-11-01T00:00:00+08:00");
    assertThat(answer.json().at("/to").stringValue()).isEqualTo("2026-11-03T23:00:00+08:00");
    assertThat(answer.json().at("/aqi").size()).isEqualTo(3);
  }

  @Test
  void aJurisdictionChoosesItsPolicyByTheDateOfNow() {
    Map<String, Object> body = new HashMap<>();
    body.put("points", hours(24, 10));
    body.put("jurisdiction", "652300");
    body.put("now", "2020-01-01T00:00:00+08:00");
    JsonNode by2020 = rest.as(Role.OFFICE).post("/api/v1/assessments", body).json();
    assertThat(by2020.at("/policy").stringValue()).isEqualTo("national-2018@1");
    body.put("now", "2026-11-02T00:00:00+08:00");
    JsonNode by2026 = rest.as(Role.OFFICE).post("/api/v1/assessments", body).json();
    assertThat(by2026.at("/policy").stringValue()).isEqualTo("national-2024@1");
  }

  @Test
  void withNowAndAJurisdictionItsStoredHoursComeFirst() {
    Instant start = Instant.parse("2021-01-09T16:00:00Z");
    Instant now = start.plusSeconds(19 * 3600L);
    Rest.Answer stored =
        rest.as(Role.MONITORING)
            .post(
                "/api/v1/observations",
                Map.of("jurisdiction", "150822", "points", hours(start, 20, 152)));
    assertThat(stored.status()).as(stored.body()).isLessThan(300);
    Map<String, Object> body = new HashMap<>();
    body.put("policy", "national-2024");
    body.put("points", hours(start.plusSeconds(20 * 3600L), 10, 152));
    body.put("now", ChinaTime.at(now).toString());
    assertThat(assess(body).at("/level").stringValue()).isEqualTo("NONE");
    body.put("jurisdiction", "652300");
    assertThat(assess(body).at("/level").stringValue()).isEqualTo("NONE");
    body.put("jurisdiction", "150822");
    JsonNode joined = assess(body);
    assertThat(joined.at("/level").stringValue()).isEqualTo("YELLOW");
    assertThat(joined.at("/from").stringValue()).isEqualTo("2021-01-10T00:00:00+08:00");
    body.remove("now");
    assertThat(assess(body).at("/level").stringValue()).as("a what-if").isEqualTo("NONE");
  }

  @Test
  void upToAThousandPointsAreJudged() {
    assertThat(assess("national-2024", hours(1_000, 40)).status()).isEqualTo(200);
    Rest.Answer tooMany = assess("national-2024", hours(1_001, 40));
    assertThat(tooMany.status()).isEqualTo(422);
    assertThat(tooMany.json().at("/errors/0/pointer").stringValue()).isEqualTo("/points");
    assertThat(tooMany.json().at("/errors/0/detail").stringValue())
        .isEqualTo("最多 1000 个时点，现有 1001 个。");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | 422 | /points",
        "{'points':[]} | 422 | /points",
        "{'points':[null]} | 422 | /points/0",
        "{'points':[{'pm10':1}]} | 422 | /points/0/at",
        "{'points':[{'at':'2026-11-01T00:00'}]} | 422 | /points/0/at",
        "{'points':[{'at':'2026-11-01T00:30:00+08:00'}]} | 422 | /points/0/at",
        "{'points':[{'at':'2026-13-01T00:00:00+08:00'}]} | 422 | /points/0/at",
        "{'points':[{'at':'9999-01-01T00:00:00+08:00'}]} | 422 | /points/0/at",
        "{'points':[{'at':'2026-11-01T00:00+08:00'},{'at':'2026-11-01T00:00+08:00'}]}"
            + " | 422 | /points/1/at",
        "{'points':[{'at':'2026-11-01T00:00+08:00'},{'at':'2026-10-31T16:00Z'}]}"
            + " | 422 | /points/1/at",
        "{'points':[{'at':'2026-11-01T00:00+08:00'},{'at':'2026-11-01T02:00+08:00'}]}"
            + " | 422 | /points/1/at",
        "{'points':[{'at':'2026-11-01T01:00+08:00'},{'at':'2026-11-01T00:00+08:00'}]}"
            + " | 422 | /points/1/at",
        "{'points':[{'at':'2026-11-01T00:00+08:00','pm2_5':-1}]} | 422 | /points/0/pm2_5",
        "{'points':[{'at':'2026-11-01T00:00+08:00','pm2_5':1e999}]} | 422 | /points/0/pm2_5",
        "{'points':[{'at':'2026-11-01T00:00+08:00','pm2_5':NaN}]} | 400 | /points/0/pm2_5",
        "{'points':[{'at':'2026-11-01T00:00+08:00','pm2_5':'NaN'}]} | 400 | /points/0/pm2_5",
        "{'points':[{'at':'2026-11-01T00:00+08:00','pm25':1}]} | 400 | /points/0/pm25",
        "{'points':[{'at':'2026-11-01T00:00+08:00','aqiHigh':1}]} | 422 | /points/0",
        "{'points':[{'date':'2026-11-01'}]} | 422 | /points/0/aqiHigh",
        "{'points':[{'date':'2026-11-01','aqiHigh':501}]} | 422 | /points/0/aqiHigh",
        "{'points':[{'date':'2026-11-01','aqiHigh':90,'aqiLow':91}]} | 422 | /points/0/aqiLow",
        "{'points':[{'date':'2026-02-30','aqiHigh':90}]} | 422 | /points/0/date",
        "{'points':[{'date':'2026-11-01','aqiHigh':90,'primaryPollutants':['pm25']}]}"
            + " | 422 | /points/0/primaryPollutants/0",
        "{'points':[{'date':'2026-11-01','aqiHigh':9},{'date':'2026-11-03','aqiHigh':9}]}"
            + " | 422 | /points/1/date",
        "{'points':[{'at':'2026-11-01T00:00+08:00'}],'policy':'x'} | 422 | /policy",
        "{'points':[{'at':'2026-11-01T00:00+08:00'}],'jurisdiction':'1'} | 422 | /jurisdiction",
        "{'points':[{'at':'2026-11-01T00:00+08:00'}],'now':'2026-11-01T00:00'} | 422 | /now"
      })
  void whatIsWrongIsNamed(String body, int status, String pointer) {
    Rest.Answer answer =
        rest.as(Role.MONITORING).post("/api/v1/assessments", body.replace('\'', '"'));
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().at("/errors/0/pointer").stringValue()).isEqualTo(pointer);
    assertThat(answer.json().at("/errors/0/detail").stringValue()).isNotBlank();
  }

  @Test
  void allThatIsWrongIsNamedAtOnceInTheReadersLanguage() {
    String body =
        """
        {"policy": "x", "points": [{"at": "2026-11-01T00:00+08:00", "o3": -1},
                                   {"at": "2026-11-01T05:00+08:00", "co": -2}]}
        """;
    Rest.Answer answer = rest.as(Role.OFFICE).inEnglish().post("/api/v1/assessments", body);
    assertThat(answer.json().at("/errors").size()).isEqualTo(4);
    assertThat(answer.body()).contains("4 hour(s) missing since the point before.");
  }

  private String level(List<Object> points, Instant now) {
    Map<String, Object> body = Map.of("points", points, "now", ChinaTime.at(now).toString());
    return rest.as(Role.OFFICE).post("/api/v1/assessments", body).json().at("/level").stringValue();
  }

  private Rest.Answer assess(String policy, List<Object> points) {
    Map<String, Object> body = Map.of("policy", policy, "points", points);
    return rest.as(Role.MONITORING).post("/api/v1/assessments", body);
  }

  private JsonNode assess(Map<String, Object> body) {
    return rest.as(Role.OFFICE).post("/api/v1/assessments", body).json();
  }

  private static List<Object> hours(int count, @Nullable Integer pm25) {
    return hours(SeriesOf.START, count, pm25);
  }

  private static List<Object> hours(Instant start, int count, @Nullable Integer pm25) {
    List<Object> points = new ArrayList<>();
    for (int h = 0; h < count; h++) {
      Map<String, @Nullable Object> point = new HashMap<>();
      point.put("at", ChinaTime.at(start.plusSeconds(h * 3600L)).toString());
      point.put("pm2_5", pm25);
      points.add(point);
    }
    return points;
  }

  private static List<Object> json(List<HourlyPoint> hours) {
    List<Object> points = new ArrayList<>();
    for (HourlyPoint hour : hours) {
      Map<String, Object> point = new HashMap<>();
      point.put("at", ChinaTime.at(hour.at()).toString());
      for (Pollutant pollutant : Pollutant.values()) {
        var value = hour.sample().value(pollutant);
        if (value != null) {
          point.put(pollutant.code(), value);
        }
      }
      points.add(point);
    }
    return points;
  }
}
