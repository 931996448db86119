package lantian.console.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import lantian.console.ConsoleService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** The page of drills: for those who take part, and like no page of a warning. */
class DrillPageTest {
  private static final Map<String, String> ANSWERS =
      Map.of(
          "/api/v1/drills",
          """
          {"items":[{"id":"d-1","jurisdiction":"652300","jurisdictionName":"昌吉州","number":3,
            "name":"冬季演练<b>","scenario":"橙色预警，全部单位参加","open":true,
            "from":"2026-12-01T08:00:00+08:00","until":"2026-12-01T18:00:00+08:00",
            "announcedBy":"州指挥部办公室","announcedTo":"各成员单位","openedBy":"zhang"}]}""",
          "/api/v1/drills/d-1/warnings",
          """
          {"items":[{"id":"w-1","state":"IN_FORCE","mode":"DRILL","level":"RED","revision":2,
            "publishedAt":"2026-12-01T09:00:00+08:00","validFrom":"2026-12-02T20:00:00+08:00",
            "validTo":null}]}""",
          "/api/v1/drills/d-1/proposals",
          """
          {"items":[{"id":"p-1","state":"SUBMITTED","kind":"LIFT","from":"RED","to":"NONE",
            "proposedAt":"2026-12-01T10:00:00+08:00"}]}""");

  private static final HttpClient client = HttpClient.newHttpClient();
  private static HttpServer warningService;
  private static ConfigurableApplicationContext console;

  @BeforeAll
  static void start() throws IOException {
    warningService =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    warningService.createContext("/", DrillPageTest::answer);
    warningService.start();
    console =
        ConsoleService.application()
            .run(
                "--spring.main.banner-mode=off",
                "--server.port=0",
                "--lantian.services.warning-service=http://127.0.0.1:"
                    + warningService.getAddress().getPort());
  }

  @AfterAll
  static void stop() {
    console.close();
    warningService.stop(0);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var known =
          "Bearer good.token".equals(exchange.getRequestHeaders().getFirst("Authorization"));
      var body = known ? ANSWERS.get(exchange.getRequestURI().getPath()) : null;
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      if (body == null) {
        exchange.sendResponseHeaders(known ? 404 : 401, -1);
      } else {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  @Test
  void itShowsNothingBeforeItIsGivenAToken() throws Exception {
    var page = send(HttpRequest.newBuilder(address()).GET());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("【演练】DRILL", "不是真实预警", "type=\"password\"")
        .doesNotContain("昌吉州");
  }

  @Test
  void whoTakesPartSeesTheDrillAndNoColourOfAWarning() throws Exception {
    var page = given("good.token");
    assertThat(page.body())
        .contains("第3次演练", "昌吉州", "橙色预警，全部单位参加", "州指挥部办公室", "2026-12-01 18:00")
        .contains("<span>【演练】</span><span>红色预警</span>", "2026-12-02 20:00", "待批准")
        .contains("冬季演练&lt;b&gt;")
        .doesNotContain("good.token", "type=\"password\"", "class=\"card")
        .doesNotContainPattern("class=\"[^\"]*\\b(red|orange|yellow|none)\\b");
    assertThat(page.headers().firstValue("Cache-Control"))
        .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
  }

  @Test
  void aTokenThatIsNotGoodShowsNothing() throws Exception {
    for (var token : new String[] {"other.token", "", "good.token\r\nX: y", "演练"}) {
      var page = given(token);
      assertThat(page.statusCode()).as(token).isEqualTo(200);
      assertThat(page.body()).as(token).contains("令牌无效").doesNotContain("昌吉州");
    }
  }

  @Test
  void theLanguageThatWasAskedForStaysWithTheForm() throws Exception {
    var asked =
        client.send(
            HttpRequest.newBuilder(URI.create(address() + "?lang=en")).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(asked.body()).contains("action=\"/drill?lang=en\"");
    assertThat(send(HttpRequest.newBuilder(address()).GET()).body())
        .contains("action=\"/drill?lang=zh\"");
  }

  private static HttpResponse<String> given(String token) throws Exception {
    return send(
        HttpRequest.newBuilder(address())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "token=" + URLEncoder.encode(token, StandardCharsets.UTF_8))));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(
        request.header("Accept-Language", "zh-CN").build(), HttpResponse.BodyHandlers.ofString());
  }

  private static URI address() {
    return URI.create(
        "http://127.0.0.1:" + console.getEnvironment().getProperty("local.server.port") + "/drill");
  }
}
