package lantian.warning.aqi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lantian.kit.security.Role;
import lantian.testing.OnRealBrokerAndDatabase;
import lantian.testing.Rest;
import lantian.warning.RealData;
import lantian.warning.WarningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.JsonNode;

/** {@code POST /api/v1/aqi} from outside. */
@SpringBootTest(
    classes = WarningService.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.config.name=warning-service")
@OnRealBrokerAndDatabase
class AqiEndpointTest {
  @Autowired Rest rest;

  @Test
  void aSampleHasItsIndexCategoryPrimaryPollutantsAndSubIndices() {
    Rest.Answer answer =
        post(
            """
            {"kind": "REALTIME", "standard": "HJ633-2012", "at": "2018-02-20T07:00:00+08:00",
             "samples": [{"pm2_5": 38, "pm10": 61, "so2": 3, "no2": 17, "co": 0.7, "o3": 84}]}
            """);
    assertThat(answer.status()).isEqualTo(200);
    JsonNode result = answer.json().at("/results/0");
    assertThat(result.at("/aqi").intValue()).isEqualTo(56);
    assertThat(result.at("/category").stringValue()).isEqualTo("良");
    assertThat(result.at("/primaryPollutants").toString()).isEqualTo("[\"pm10\"]");
    assertThat(result.at("/iaqi").toString())
        .isEqualTo("{\"pm2_5\":54,\"pm10\":56,\"so2\":1,\"no2\":9,\"co\":7,\"o3\":27}");
    assertThat(result.at("/standard").stringValue()).isEqualTo("HJ633-2012");
    assertThat(result.at("/publishable").booleanValue()).isTrue();
  }

  @Test
  void anEnglishReaderReadsEnglish() {
    Rest.Answer answer =
        rest.as(Role.LIAISON)
            .inEnglish()
            .post("/api/v1/aqi", "{\"kind\":\"DAILY\",\"samples\":[{\"pm2_5\":250}]}");
    assertThat(answer.json().at("/results/0/category").stringValue()).isEqualTo("heavily polluted");
  }

  @Test
  void theDateChoosesTheStandardWhereNoneIsNamed() {
    assertThat(standardAt("2026-02-28T23:00:00+08:00")).isEqualTo("HJ633-2012");
    assertThat(standardAt("2026-03-01T00:00:00+08:00")).isEqualTo("HJ633-2026");
    assertThat(standardAt("2026-02-28T16:00:00Z")).isEqualTo("HJ633-2026");
  }

  @Test
  void missingPollutantsAreNoError() {
    Rest.Answer answer =
        post("{\"kind\":\"DAILY\",\"standard\":\"HJ633-2026\",\"samples\":[{},{\"co\":null}]}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/results/0/aqi").isNull()).isTrue();
    assertThat(answer.json().at("/results/0/category").isNull()).isTrue();
    assertThat(answer.json().at("/results/0/iaqi/co").isNull()).isTrue();
    assertThat(answer.json().at("/results/0/primaryPollutants").size()).isZero();
    assertThat(answer.json().at("/results/1/publishable").booleanValue()).isFalse();
  }

  @Test
  void theNotesOf2012TakeTheOtherAveragingTimes() {
    Rest.Answer answer =
        post(
            """
            {"kind": "REALTIME", "standard": "HJ633-2012",
             "samples": [{"so2": 900}, {"so2": 900, "so2_24h": 475, "o3_8h": 200}]}
            """);
    assertThat(answer.json().at("/results/0/aqi").isNull()).isTrue();
    assertThat(answer.json().at("/results/1/iaqi/so2").intValue()).isEqualTo(150);
  }

  @Test
  void allStationsOfARealHourAgreeWithTheCentre() {
    List<Map<String, String>> stations = RealData.rows("cnemc-realtime-2018-02-20T07.csv");
    List<Map<String, Object>> samples = new ArrayList<>();
    for (Map<String, String> station : stations) {
      Map<String, Object> sample = new HashMap<>();
      RealData.sample(station).values().forEach((p, value) -> sample.put(p.code(), value));
      samples.add(sample);
    }
    Rest.Answer answer =
        rest.as(Role.MONITORING)
            .post(
                "/api/v1/aqi",
                Map.of("kind", "REALTIME", "at", "2018-02-20T07:00:00+08:00", "samples", samples));
    assertThat(answer.status()).isEqualTo(200);
    List<String> differing = new ArrayList<>();
    for (int i = 0; i < stations.size(); i++) {
      String official = stations.get(i).get("official_aqi");
      if (!answer.json().at("/results/" + i + "/aqi").toString().equals(official)) {
        differing.add(stations.get(i).get("station"));
      }
    }
    assertThat(differing).containsExactly("1759A", "1900A", "2260A");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'samples':[{'pm2_5':1}]} | 422 | /kind",
        "{'kind':'WEEKLY','samples':[{'pm2_5':1}]} | 400 | /kind",
        "{'kind':'DAILY'} | 422 | /samples",
        "{'kind':'DAILY','samples':[]} | 422 | /samples",
        "{'kind':'DAILY','samples':[null]} | 422 | /samples/0",
        "{'kind':'DAILY','samples':[{},{'o3':-1}]} | 422 | /samples/1/o3",
        "{'kind':'DAILY','samples':[{'o3':1e999}]} | 422 | /samples/0/o3",
        "{'kind':'DAILY','samples':[{'o3':1e-999999}]} | 422 | /samples/0/o3",
        "{'kind':'DAILY','samples':[{'o3':NaN}]} | 400 | /samples/0/o3",
        "{'kind':'DAILY','samples':[{'o3':'12'}]} | 400 | /samples/0/o3",
        "{'kind':'DAILY','samples':[{'o4':12}]} | 400 | /samples/0/o4",
        "{'kind':'DAILY','standard':'GB','samples':[{'o3':1}]} | 422 | /standard",
        "{'kind':'DAILY','at':'2026-01-01T00:00:00','samples':[{'o3':1}]} | 422 | /at",
        "{'kind':'DAILY','at':'yesterday','samples':[{'o3':1}]} | 422 | /at"
      })
  void whatIsWrongIsNamed(String body, int status, String pointer) {
    Rest.Answer answer = post(body.replace('\'', '"'));
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().at("/errors/0/pointer").stringValue()).isEqualTo(pointer);
    assertThat(answer.json().at("/errors/0/detail").stringValue()).isNotBlank();
  }

  @Test
  void whoHasNoTokenIsSentAway() {
    assertThat(rest.post("/api/v1/aqi", "{}").status()).isEqualTo(401);
  }

  private String standardAt(String at) {
    return post("{\"kind\":\"DAILY\",\"at\":\"" + at + "\",\"samples\":[{\"pm2_5\":60}]}")
        .json()
        .at("/results/0/standard")
        .stringValue();
  }

  private Rest.Answer post(String body) {
    return rest.as(Role.EXPERTS).post("/api/v1/aqi", body);
  }
}
