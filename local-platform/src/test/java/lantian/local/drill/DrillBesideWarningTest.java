package lantian.local.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import lantian.local.api.Api;
import lantian.local.api.ByHand;
import lantian.local.platform.DataFolder;
import lantian.local.platform.FreePorts;
import lantian.local.platform.Platform;
import lantian.local.platform.PlatformPort;
import lantian.local.platform.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName(
    "F28: a drill runs from the forecast to the report beside a warning, and stays a drill")
class DrillBesideWarningTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
  private static final String LIVE = "/api/v1";

  @TempDir private Path folder;

  private final List<JsonNode> pushed = new CopyOnWriteArrayList<>();
  private @Nullable HttpServer liaison;

  @BeforeEach
  void aLiaisonListens() throws Exception {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/hook",
        exchange -> {
          try (exchange) {
            pushed.add(JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(204, -1);
          }
        });
    server.start();
    liaison = server;
  }

  @AfterEach
  void close() {
    if (liaison != null) {
      liaison.stop(0);
    }
  }

  @Test
  void aDrillRunsFromTheForecastToTheReportAndThePublicHearsNothingOfIt() throws Exception {
    var ports = FreePorts.next();
    var data = new DataFolder(folder);
    System.setProperty("lantian.logs", data.logs().toString());
    try (var platform = Platform.start(ports, data, System.err::println)) {
      var api = new Api(platform.ports(), new Tokens(platform.ports(), platform.data()));
      var people = new ByHand(api);
      people.enterLiaison(url(Objects.requireNonNull(liaison)));
      var live = change(people, LIVE, "office-wang", 1);
      pushedOf(live, 1);
      var dutiesBefore = duties(people.officer(), live);

      var drill = openDrill(people.officer());
      var exercised = change(people, drill, "headquarters-li", 2);
      var message = pushedOf(exercised, 1);
      assertThat(message.path("mode").asString()).isEqualTo("DRILL");
      assertThat(message.at("/title/zh").asString()).startsWith("【演练】");
      assertThat(message.at("/text/zh").asString()).startsWith("【演练】");
      assertThat(message.at("/text/en").asString()).startsWith("[DRILL]");
      assertThat(pushed)
          .filteredOn(each -> of(live, each))
          .isNotEmpty()
          .allSatisfy(
              each -> assertThat(each.toString()).doesNotContain("演练").contains("\"LIVE\""));

      apart(people.officer(), PlatformPort.TASKING, "/api/v1/duties", live, exercised);
      apart(people.officer(), PlatformPort.NOTIFICATION, "/api/v1/deliveries", live, exercised);
      publicHearsOnlyOf(live, exercised, ports.url(PlatformPort.WARNING));
      figureShows(ports.url(PlatformPort.REPORTING), "incident_level", "LIVE", 1);
      figureShows(ports.url(PlatformPort.REPORTING), "incident_level", "DRILL", 2);

      assertThat(change(people, drill, "office-wang", 0)).isEqualTo(exercised);
      pushedOf(exercised, 2);
      var officer = people.officer();
      var report =
          await()
              .atMost(SOON)
              .until(
                  () ->
                      officer
                          .get(PlatformPort.REPORTING, "/api/v1/reports?mode=DRILL")
                          .path("items"),
                  items -> items.size() == 1)
              .path(0);
      assertThat(report.path("warningId").asString()).isEqualTo(exercised);
      assertThat(report.path("mode").asString()).isEqualTo("DRILL");
      assertThat(
              officer.get(PlatformPort.REPORTING, "/api/v1/reports?mode=LIVE").path("items").size())
          .isZero();
      var page =
          officer.download(
              PlatformPort.REPORTING, "/api/v1/reports/" + report.path("id").asString() + ".html");
      assertThat(new String(page, StandardCharsets.UTF_8)).contains("【演练】");

      officer.post(PlatformPort.WARNING, drill + "/end", null);
      assertThatThrownBy(() -> people.forecast(drill, 2)).hasMessageContaining("409");
      var untouched = officer.get(PlatformPort.WARNING, "/api/v1/warnings/" + live);
      assertThat(untouched.path("state").asString()).isEqualTo("IN_FORCE");
      assertThat(untouched.path("level").asString()).isEqualTo("YELLOW");
      assertThat(untouched.path("revision").asLong()).isEqualTo(1);
      assertThat(duties(people.officer(), live)).containsAll(dutiesBefore);
      assertThat(pushed).filteredOn(each -> of(live, each)).hasSize(1);
      publicHearsOnlyOf(live, exercised, ports.url(PlatformPort.WARNING));
    }
  }

  private static void apart(
      Api.Person officer, PlatformPort service, String list, String live, String exercised) {
    for (var mode : List.of("LIVE", "DRILL")) {
      var items =
          await()
              .atMost(SOON)
              .until(
                  () -> officer.get(service, list + "?mode=" + mode).path("items"),
                  found -> !found.isEmpty());
      assertThat(items.valueStream())
          .allMatch(
              item ->
                  item.path("mode").asString().equals(mode)
                      && item.path("warningId")
                          .asString()
                          .equals(mode.equals("LIVE") ? live : exercised));
    }
  }

  /** The duties of the live warning, as they are shown when all of them are there. */
  private static List<JsonNode> duties(Api.Person officer, String live) {
    return await()
        .atMost(SOON)
        .until(
            () ->
                officer
                    .get(PlatformPort.TASKING, "/api/v1/duties?mode=LIVE&warningId=" + live)
                    .path("items")
                    .valueStream()
                    .toList(),
            found -> !found.isEmpty());
  }

  /** What operators see of the place, of each mode by itself. */
  private static void figureShows(String service, String name, String mode, int value) {
    await()
        .atMost(SOON)
        .until(
            () ->
                read(service + "/actuator/prometheus")
                    .body()
                    .lines()
                    .anyMatch(
                        line ->
                            line.startsWith(name + "{")
                                && line.contains("jurisdiction=\"" + ByHand.PLACE + "\"")
                                && line.contains("mode=\"" + mode + "\"")
                                && line.endsWith(" " + value + ".0")));
  }

  private static void publicHearsOnlyOf(String live, String exercised, String warningService)
      throws Exception {
    for (var path : List.of("/public/warnings", "/public/feed.atom")) {
      assertThat(read(warningService + path).body())
          .contains(live)
          .doesNotContain(exercised, "演练", "DRILL", "EXERCISE");
    }
    for (var path : List.of("", "/cap", "/cap-cn")) {
      assertThat(read(warningService + "/public/warnings/" + exercised + path).statusCode())
          .isEqualTo(404);
    }
  }

  private static HttpResponse<String> read(String url) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  /** The nth message of this warning to the liaison. */
  private JsonNode pushedOf(String warning, int number) {
    await()
        .atMost(SOON)
        .until(() -> pushed.stream().filter(each -> of(warning, each)).count() >= number);
    return pushed.stream().filter(each -> of(warning, each)).toList().get(number - 1);
  }

  private static boolean of(String warning, JsonNode message) {
    return message.at("/warning/id").asString().equals(warning);
  }

  private static String change(ByHand people, String at, String approver, int heavyDays) {
    return people.change(at, approver, heavyDays).path("warningId").asString();
  }

  private static String url(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  private static String openDrill(Api.Person officer) {
    var drill =
        officer
            .post(
                PlatformPort.WARNING,
                "/api/v1/drills",
                Map.of(
                    "jurisdiction",
                    ByHand.PLACE,
                    "name",
                    "冬季应急演练",
                    "scenario",
                    "橙色预警，全部单位参加",
                    "until",
                    OffsetDateTime.now(BEIJING).plusHours(6).toString(),
                    "announcedBy",
                    "州指挥部办公室",
                    "announcedTo",
                    "各成员单位"))
            .body();
    return "/api/v1/drills/" + drill.path("id").asString();
  }
}
