package lantian.warning.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lantian.events.ChinaTime;
import lantian.kit.security.Role;
import lantian.testing.TestTokens;
import lantian.warning.series.web.sheet.CsvSheet;
import lantian.warning.series.web.sheet.ExcelSheet;
import lantian.warning.series.web.sheet.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Forecasts and observations as CSV and Excel, and F38 and F39 for all three forms. */
class SendingFilesTest extends Lifecycle {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Test
  void theSameRunAsJsonCsvAndExcelIsOneRun() throws Exception {
    var json = monitoring().post("/api/v1/forecasts", aRun(CHANGJI, ORANGE));
    assertThat(json.status()).isEqualTo(201);
    var rows = orange();
    var csv = send("forecasts", ofNow(), CsvSheet.MEDIA_TYPE, Files.csv(rows));
    assertThat(csv.statusCode()).as(body(csv)).isEqualTo(200);
    assertThat(text(json(csv), "/id")).isEqualTo(text(json.json(), "/id"));
    var excel = send("forecasts", ofNow(), ExcelSheet.MEDIA_TYPE, Files.excel(rows));
    assertThat(excel.statusCode()).as(body(excel)).isEqualTo(200);
    assertThat(text(json(excel), "/proposal/to")).isEqualTo("ORANGE");
  }

  @Test
  void aFilledInTemplateIsTakenIn() throws Exception {
    var template = get("/api/v1/forecasts/template.csv");
    assertThat(template.statusCode()).isEqualTo(200);
    assertThat(template.headers().firstValue("Content-Disposition").orElse(""))
        .contains("lantian-forecast-template.csv");
    var filled = new StringBuilder(new String(template.body(), StandardCharsets.UTF_8));
    for (var row : orange().subList(1, 168)) {
      filled.append(row.get(0)).append(',').append(row.get(1)).append(",,,,,\r\n");
    }
    var sent =
        send(
            "forecasts",
            ofNow(),
            CsvSheet.MEDIA_TYPE,
            filled.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(sent.statusCode()).as(body(sent)).isEqualTo(201);
    assertThat(get("/api/v1/observations/template.xlsx").statusCode()).isEqualTo(200);
    assertThat(get("/api/v1/forecasts/template.xlsx?resolution=DAILY").statusCode()).isEqualTo(200);
  }

  @Test
  void measuredHoursAreTakenInAsFilesToo() throws Exception {
    var first = LocalDateTime.ofInstant(thisHour().minus(Duration.ofHours(1)), ChinaTime.ZONE);
    List<List<Object>> rows =
        List.of(List.of("at", "pm2_5"), List.of(first, 30), List.of(first.plusHours(1), 31));
    var where = Map.of("jurisdiction", CHANGJI);
    var csv = send("observations", where, CsvSheet.MEDIA_TYPE, Files.csv(rows));
    assertThat(csv.statusCode()).as(body(csv)).isEqualTo(201);
    assertThat(json(csv).at("/recorded").intValue()).isEqualTo(2);
    assertThat(send("observations", where, ExcelSheet.MEDIA_TYPE, Files.excel(rows)).statusCode())
        .isEqualTo(201);
    var later = new ArrayList<>(rows);
    later.add(List.of(first.plusHours(2), 31));
    var refused = send("observations", where, ExcelSheet.MEDIA_TYPE, Files.excel(later));
    assertThat(faults(refused)).containsExactly("/4/at future");
  }

  @Test
  void aBadFileIsRefusedWholeWithEveryFaultAndTheLastGoodRunStays() throws Exception {
    forecast(CHANGJI, CLEAN);
    pass(Duration.ofHours(1));
    var rows = rows();
    var bad = new ArrayList<>(orange());
    bad.set(3, List.of(bad.get(3).get(0), "NaN"));
    bad.set(5, List.of(bad.get(5).get(0), -5));
    var wrong =
        Map.of(
            "jurisdiction", "999999",
            "issuedAt", time(now().plus(Duration.ofDays(365))),
            "source", "",
            "resolution", "WEEKLY",
            "causeMark", "SMOG",
            "policy", "national-1999");
    for (var answer :
        List.of(
            send("forecasts", wrong, CsvSheet.MEDIA_TYPE, Files.csv(bad)),
            send("forecasts", wrong, ExcelSheet.MEDIA_TYPE, Files.excel(bad)))) {
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(faults(answer))
          .containsExactlyInAnyOrder(
              "?jurisdiction unknown-jurisdiction",
              "?issuedAt future",
              "?source required",
              "?resolution format",
              "?causeMark format",
              "?policy unknown-policy",
              "/4/pm2_5 sheet-number",
              "/6/pm2_5 negative");
    }
    assertThat(rows()).isEqualTo(rows);
    var list = monitoring().get("/api/v1/forecasts").json();
    assertThat(list.at("/total").intValue()).isEqualTo(1);
    assertThat(list.at("/items/0/counts").booleanValue()).isTrue();
    assertThat(monitoring().get("/api/v1/proposals").json().at("/items").size()).isZero();
  }

  /** F38 as JSON; {@code T} stands for the first hour of the run. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{'at':'T','pm2_5':NaN}] | 400 | /points/0/pm2_5 not-json",
        "[{'at':'T','pm2_5':'NaN'}] | 400 | /points/0/pm2_5 type",
        "[{'at':'T','pm2_5':-5}] | 422 | /points/0/pm2_5 negative",
        "[{'at':'T','pm2_5':1e999}] | 422 | /points/0/pm2_5 too-high",
        "[{'at':'T','pm2_5':1e999999999}] | 422 | /points/0/pm2_5 number-size",
        "[{'at':'T','co':700}] | 422 | /points/0/co co-unit",
        "[{'at':'T','pm3':7}] | 400 | /points/0/pm3 unknown-field",
        "[{'at':null,'pm2_5':7}] | 422 | /points/0/at required",
        "[null] | 422 | /points/0 required",
        "[{'at':'T'},{'at':'T'}] | 422 | /points/1/at duplicate-hour",
        "[{'at':'2024-12-05T17:00:00+08:00'}] | 422 | /points/0/at far-from-issue",
        "[{'at':'2026-12-05T17:00:00+08:00'}] | 422 | /points/0/at far-from-issue",
        "[{'at':'2025-12-05T14:00:00+08:00'}] | 422 | /issuedAt run-over",
        "[{'date':'2025-12-06','aqiHigh':501}] | 422 | /points/0/aqiHigh aqi"
      })
  void aForecastThatIsNoneIsRefusedWithItsPlace(String points, int status, String fault) {
    var rows = rows();
    var run = aRun(CHANGJI, 1, 30);
    run.put("points", "POINTS");
    if (points.contains("date")) {
      run.put("resolution", "DAILY");
    }
    var answer =
        monitoring()
            .post(
                "/api/v1/forecasts",
                JsonMapper.shared()
                    .writeValueAsString(run)
                    .replace(
                        "\"POINTS\"",
                        points
                            .replace('\'', '"')
                            .replace("\"T\"", '"' + time(thisHour().plusSeconds(3600)) + '"')));
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(
            text(answer.json(), "/errors/0/pointer") + " " + text(answer.json(), "/errors/0/code"))
        .isEqualTo(fault);
    assertThat(rows()).isEqualTo(rows);
  }

  /** F39: characters that hide, turn or end something have no place in the name of a source. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "C\u0000MA",
        "C\uD800MA",
        "C\u202EMA",
        "C\u200BMA",
        "CMA\r\nX: y",
        "C\tMA",
        "\uFEFFCMA"
      })
  void aSourceWithCharactersThatCannotBeSeenIsRefused(String source) throws Exception {
    var rows = rows();
    var run = aRun(CHANGJI, CLEAN);
    run.put("source", source);
    var body = JsonMapper.shared().writeValueAsString(run);
    if (source.contains("\uD800")) {
      body = body.replaceAll("C.MA", "C\\\\uD800MA");
    } else {
      var file = new java.util.HashMap<>(ofNow());
      file.put("source", source);
      assertThat(faults(send("forecasts", file, CsvSheet.MEDIA_TYPE, Files.csv(orange()))))
          .containsExactly("?source control-character");
      assertThat(faults(send("forecasts", file, ExcelSheet.MEDIA_TYPE, Files.excel(orange()))))
          .containsExactly("?source control-character");
    }
    var answer = monitoring().post("/api/v1/forecasts", body);
    assertThat(answer.status()).as(answer.body()).isBetween(400, 422);
    assertThat(text(answer.json(), "/errors/0/pointer")).isEqualTo("/source");
    assertThat(rows()).isEqualTo(rows);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"模式🌫️", "${jndi:ldap://x}", "{{7*7}}", "{0}", "<b>CMA</b>", "=1+1", "'); drop"})
  void aSourceThatOnlyLooksDangerousIsKeptAsItIs(String source) {
    var run = aRun(CHANGJI, CLEAN);
    run.put("source", source);
    assertThat(monitoring().post("/api/v1/forecasts", run).status()).isEqualTo(201);
    assertThat(text(monitoring().get("/api/v1/forecasts").json(), "/items/0/source"))
        .isEqualTo(source);
  }

  @Test
  void aNameIsTheSameInBothFormsOfUnicode() {
    var run = aRun(CHANGJI, CLEAN);
    run.put("source", "Ünion");
    var first = monitoring().post("/api/v1/forecasts", run);
    run.put("source", "U\u0308nion");
    var second = monitoring().post("/api/v1/forecasts", run);
    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(200);
    assertThat(text(second.json(), "/id")).isEqualTo(text(first.json(), "/id"));
  }

  private Map<String, String> ofNow() {
    return Map.of("jurisdiction", CHANGJI, "issuedAt", time(now()), "source", "CMA");
  }

  /** What {@link #ORANGE} is, with local times. */
  private List<List<Object>> orange() {
    var rows = new ArrayList<List<Object>>();
    rows.add(List.of("时间 at", "PM2.5 pm2_5 (µg/m³)"));
    var first = LocalDateTime.ofInstant(thisHour().plusSeconds(3600), ChinaTime.ZONE);
    for (int i = 0; i < ORANGE.length; i += 2) {
      for (int h = 0; h < ORANGE[i]; h++) {
        rows.add(List.of(first.plusHours(rows.size() - 1), ORANGE[i + 1]));
      }
    }
    return rows;
  }

  private HttpResponse<byte[]> send(
      String what, Map<String, String> parameters, String type, byte[] file)
      throws IOException, InterruptedException {
    var query =
        parameters.entrySet().stream()
            .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return HTTP.send(
        request("/api/v1/" + what + "?" + query)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(file))
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return HTTP.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + rest.port() + path))
        .header("Authorization", "Bearer " + TestTokens.of(Role.MONITORING));
  }

  private static List<String> faults(HttpResponse<byte[]> answer) {
    return json(answer)
        .at("/errors")
        .valueStream()
        .map(error -> text(error, "/pointer") + " " + text(error, "/code"))
        .toList();
  }

  private static JsonNode json(HttpResponse<byte[]> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  private static String body(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
