package lantian.warning.backtest.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lantian.events.ChinaTime;
import lantian.events.Pollutant;
import lantian.kit.security.Role;
import lantian.testing.OnRealBrokerAndDatabase;
import lantian.testing.Rest;
import lantian.warning.RealData;
import lantian.warning.Seasons;
import lantian.warning.WarningService;
import lantian.warning.series.HourlyPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.JsonNode;

/** {@code POST /api/v1/back-tests} from outside. */
@SpringBootTest(
    classes = WarningService.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.config.name=warning-service")
@OnRealBrokerAndDatabase
class BackTestEndpointTest {
  private static final String HEADER =
      "station,observed_at,pm2_5_ug_m3,pm10_ug_m3,so2_ug_m3,no2_ug_m3,co_mg_m3,o3_ug_m3,rain_mm";
  private static final String PATH = "/api/v1/back-tests";

  @Autowired Rest rest;

  @Test
  void aWinterOfCsvIsComparedWithThePolicyInForce() {
    var answer = csv("?policy=national-2018&jurisdiction=652300", csvOf(december()));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    JsonNode test = answer.json();
    assertThat(test.at("/policy").stringValue()).isEqualTo("national-2018@1");
    assertThat(test.at("/against").stringValue()).isEqualTo("national-2024@1");
    assertThat(test.at("/hours").intValue()).isEqualTo(864);
    assertThat(test.at("/forecasts").intValue()).isEqualTo(36);
    assertThat(test.at("/summary/1").stringValue()).isEqualTo("2016年：橙色预警少1次，黄色预警多1次。");
    assertThat(test.at("/years/0/levels/1/warnings/difference").intValue()).isEqualTo(-1);
    assertThat(test.at("/compared/changes/0/at").stringValue())
        .isEqualTo("2016-12-09T16:00:00+08:00");
    assertThat(test.at("/compared/warnings").size()).isEqualTo(3);
    assertThat(test.at("/days").size()).isEqualTo(36);
    assertThat(test.at("/days/1/against").stringValue()).isEqualTo("ORANGE");
    assertThat(test.at("/days/1/tried").stringValue()).isEqualTo("YELLOW");
  }

  @Test
  void tableAndChartAreReadyForAPage() {
    var test = csv("?policy=national-2018", csvOf(december())).json();
    int columns = test.at("/table/columns").size();
    assertThat(columns).isEqualTo(8);
    assertThat(test.at("/table/rows").size()).isEqualTo(2 * 3);
    test.at("/table/rows").forEach(row -> assertThat(row.size()).isEqualTo(columns));
    assertThat(test.at("/table/rows/1").toString()).startsWith("[\"2016\",\"橙色预警\",0,1,-1,");
    assertThat(test.at("/chart/series").size()).isEqualTo(3);
    test.at("/chart/series")
        .forEach(
            line ->
                assertThat(line.at("/values").size()).isEqualTo(test.at("/chart/dates").size()));
    assertThat(test.at("/chart/levels").toString())
        .isEqualTo("[\"无预警\",\"黄色预警\",\"橙色预警\",\"红色预警\"]");
    var english =
        csv(rest.as(Role.EXPERTS).inEnglish(), "?policy=national-2018", csvOf(december()));
    assertThat(english.json().at("/table/columns/0").stringValue()).isEqualTo("year");
    assertThat(english.json().at("/summary/1").stringValue())
        .isEqualTo("2016: 1 orange warning fewer, 1 yellow warning more.");
  }

  @Test
  void pointsAndCsvSayTheSame() {
    var csv = csv("?policy=national-2018&against=national-2024", csvOf(december()));
    var points =
        post(
            Map.of(
                "policy",
                "national-2018",
                "against",
                "national-2024@1",
                "points",
                december().stream().map(BackTestEndpointTest::json).toList()));
    assertThat(points.status()).as(points.body()).isEqualTo(200);
    assertThat(points.body()).isEqualTo(csv.body());
  }

  @Test
  void whatIsStoredIsASeasonToo() {
    Instant start = OffsetDateTime.parse("2019-12-01T00:00+08:00").toInstant();
    List<HourlyPoint> season = Seasons.drawn(5, start, 960);
    for (int h = 0; h < season.size(); h += 240) {
      var stored =
          rest.as(Role.MONITORING)
              .post(
                  "/api/v1/observations",
                  Map.of(
                      "jurisdiction",
                      "150822",
                      "points",
                      season.subList(h, h + 240).stream()
                          .map(BackTestEndpointTest::json)
                          .toList()));
      assertThat(stored.status()).as(stored.body()).isEqualTo(201);
    }
    var answer =
        post(
            Map.of(
                "policy",
                "national-2018",
                "jurisdiction",
                "150822",
                "from",
                "2019-12-01",
                "to",
                "2020-01-09"));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().at("/hours").intValue()).isEqualTo(960);
    var given =
        post(
            Map.of(
                "policy",
                "national-2018",
                "points",
                season.stream().map(BackTestEndpointTest::json).toList()));
    assertThat(answer.json().at("/days")).isEqualTo(given.json().at("/days"));
    var stranger =
        rest.as(Role.OFFICE, "zhang", "652300")
            .post(
                PATH,
                Map.of(
                    "policy",
                    "national-2018",
                    "jurisdiction",
                    "150822",
                    "from",
                    "2019-12-01",
                    "to",
                    "2020-01-09"));
    assertThat(stranger.status()).isEqualTo(403);
  }

  @Test
  void threeYearsAreTakenAndMoreThanEightMegabytesAreNot() {
    Instant start = OffsetDateTime.parse("2023-01-01T00:00+08:00").toInstant();
    String years = csvOf(Seasons.drawn(3, start, 26_304));
    assertThat(years.length()).isGreaterThan(1_100_000);
    var answer = csv("?policy=national-2018", years);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().at("/forecasts").intValue()).isEqualTo(1_096);
    assertThat(csv("?policy=national-2018", HEADER + "\n" + " ".repeat(9 << 20)).status())
        .isEqualTo(413);
    assertThat(rest.as(Role.MONITORING).post("/api/v1/assessments", " ".repeat(2 << 20)).status())
        .as("elsewhere a megabyte stays the limit")
        .isEqualTo(413);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | /policy",
        "{'policy':'x','points':[{'at':'2026-11-01T00:00+08:00'}]} | /policy",
        "{'policy':'national-2018'} | /jurisdiction",
        "{'policy':'national-2018','jurisdiction':'1','from':'2020-01-01','to':'2020-01-02'}"
            + " | /jurisdiction",
        "{'policy':'national-2018','jurisdiction':'652300','to':'2020-01-02'} | /from",
        "{'policy':'national-2018','jurisdiction':'652300','from':'2020-01-02','to':'2020-01-01'}"
            + " | /to",
        "{'policy':'national-2018','jurisdiction':'652300','from':'2000-01-02','to':'2020-01-01'}"
            + " | /to",
        "{'policy':'national-2018','jurisdiction':'652300','from':'2001-01-02','to':'2001-01-03'}"
            + " | /jurisdiction",
        "{'policy':'national-2018','from':'2001-01-02','points':[{'at':'2026-11-01T00:00+08:00'}]}"
            + " | /from",
        "{'policy':'national-2018','points':[]} | /points",
        "{'policy':'national-2018','points':[{'date':'2026-11-01','aqiHigh':90}]} | /points"
      })
  void whatIsWrongIsNamed(String body, String pointer) {
    var answer = rest.as(Role.OFFICE).post(PATH, body.replace('\'', '"'));
    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(answer.json().at("/errors/0/pointer").stringValue()).isEqualTo(pointer);
    assertThat(answer.json().at("/errors/0/detail").stringValue()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2,,,,,,,, | 2,2024-01-01T01:00+08:00,1,1,1,1,1,1,0 | /2/observed_at",
        "a,2024-01-01T00:00+08:00,1,1,1,1,1,1 | a,2024-01-01T01:00+08:00,1,1,1,1,1,1,0 | /2",
        "a,2024-01-01T00:00+08:00,1,1,1,1,1,1,0 | b,2024-01-01T01:00+08:00,1,1,1,1,1,1,0"
            + " | /3/station",
        "a,2024-01-01T00:00+08:00,x,1,1,1,1,1,0 | a,2024-01-01T01:00+08:00,1,1,1,1,1,1,0"
            + " | /2/pm2_5_ug_m3",
        "a,2024-01-01T00:00+08:00,1,1,1,1,1,-1,0 | a,2024-01-01T01:00+08:00,1,1,1,1,1,1,0"
            + " | /2/o3",
        "a,2024-01-01T00:00+08:00,1,1,1,1,1,1,0 | a,2024-01-01T02:00+08:00,1,1,1,1,1,1,0"
            + " | /3/at"
      })
  void whatIsWrongInAFileIsNamedByItsLine(String first, String second, String pointer) {
    var answer =
        csv("?policy=national-2018", String.join("\r\n", "\uFEFF" + HEADER, first, second, ""));
    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(answer.json().at("/errors/0/pointer").stringValue())
        .isEqualTo(pointer.replace("observed_at", "at"));
  }

  @Test
  void aFileWithoutAColumnIsRefused() {
    var answer = csv("?policy=national-2018", HEADER.replace("o3_ug_m3", "ozone") + "\n");
    assertThat(answer.json().at("/errors/0/detail").stringValue()).contains("o3_ug_m3");
    assertThat(csv("", csvOf(december())).json().at("/errors/0/pointer").stringValue())
        .isEqualTo("?policy");
    assertThat(csv("?policy=national-2018", "").status()).isBetween(400, 422);
  }

  private Rest.Answer post(Map<String, Object> body) {
    return rest.as(Role.OFFICE).post(PATH, body);
  }

  private Rest.Answer csv(String query, String csv) {
    return csv(rest.as(Role.OFFICE), query, csv);
  }

  private static Rest.Answer csv(Rest as, String query, String csv) {
    return as.with("Content-Type", "text/csv").post(PATH + query, csv);
  }

  private static List<HourlyPoint> december() {
    return RealData.changping("2016-12");
  }

  private static String csvOf(List<HourlyPoint> points) {
    return points.stream()
        .map(
            point ->
                "Changping,"
                    + ChinaTime.at(point.at())
                    + cell(point, Pollutant.PM2_5)
                    + cell(point, Pollutant.PM10)
                    + cell(point, Pollutant.SO2)
                    + cell(point, Pollutant.NO2)
                    + cell(point, Pollutant.CO)
                    + cell(point, Pollutant.O3)
                    + ",0")
        .collect(Collectors.joining("\n", HEADER + "\n", "\n"));
  }

  private static String cell(HourlyPoint point, Pollutant pollutant) {
    var value = point.sample().value(pollutant);
    return "," + (value == null ? "" : value.toPlainString());
  }

  private static Map<String, Object> json(HourlyPoint point) {
    var fields =
        point.sample().values().entrySet().stream()
            .collect(
                Collectors.<Map.Entry<Pollutant, ?>, String, Object>toMap(
                    entry -> entry.getKey().code(), Map.Entry::getValue));
    fields.put("at", ChinaTime.at(point.at()).toString());
    return fields;
  }
}
