package lantian.console.situation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import lantian.console.ConsoleService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ConfigurableApplicationContext;

class SituationPageTest {

  private static final String RED_IN_CHANGJI =
      """
      {"warnings":[{"id":"w-1","jurisdiction":"652300","jurisdictionName":"昌吉州","level":"RED",
        "cause":"PARTICULATE","response":"COLOURED","mode":"LIVE","publishedAt":"2016-12-15T16:04:00+08:00",
        "validFrom":"2016-12-16T20:00:00+08:00","validTo":"2016-12-21T23:00:00+08:00","revision":3,"somethingNew":1}],
       "jurisdictions":[{"code":"652300","name":"昌吉州","nameEn":"Changji","level":"RED"},
        {"code":"150822","name":"磴口县","nameEn":"Dengkou","level":"NONE"}]}""";

  private static final HttpClient client = HttpClient.newHttpClient();
  private static HttpServer warningService;
  private static ConfigurableApplicationContext console;
  private static volatile String said = RED_IN_CHANGJI;

  @BeforeAll
  static void start() throws IOException {
    warningService =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    warningService.createContext(
        "/public/warnings",
        exchange -> {
          var body = said.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    warningService.start();
    console = console("http://127.0.0.1:" + warningService.getAddress().getPort());
  }

  @AfterAll
  static void stop() {
    console.close();
    warningService.stop(0);
  }

  @Test
  void theLevelInForceStandsThereWithItsValidity() throws Exception {
    said = RED_IN_CHANGJI;
    var page = page("/", "zh-CN").body();

    assertThat(page)
        .contains("lang=\"zh-CN\"", "昌吉州", "红色预警", "Red warning", "磴口县", "无预警")
        .contains("2016-12-16 20:00", "2016-12-21 23:00", "2016-12-15 16:04", "颗粒物")
        .contains("class=\"card red\"", "class=\"card none\"")
        .doesNotContain("drill-mark", "演练，不是真实预警");
  }

  @Test
  void aReaderOfEnglishSeesEnglishFirst() throws Exception {
    said = RED_IN_CHANGJI;

    assertThat(page("/", "en-GB,en;q=0.9").body())
        .contains("lang=\"en\"", "<span>Red warning</span>", "<span>Changji</span>", "红色预警");
    assertThat(page("/?lang=en", "zh-CN").body()).contains("<span>Red warning</span>");
    assertThat(page("/?lang=zh", "en").body()).contains("<span>红色预警</span>");
  }

  @Test
  void aDrillCannotBeTakenForAWarning() throws Exception {
    said = RED_IN_CHANGJI.replace("\"LIVE\"", "\"DRILL\"");

    assertThat(page("/", "zh-CN").body()).contains("演练，不是真实预警").contains("class=\"warning drill\"");
  }

  @Test
  void aLevelThatThePageDoesNotKnowIsShownRatherThanHidden() throws Exception {
    said = RED_IN_CHANGJI.replace("\"level\":\"NONE\"", "\"level\":\"PURPLE\"");

    assertThat(page("/", "zh-CN").body()).contains("未知级别").contains("PURPLE");
  }

  @Test
  void aCauseThatThePageDoesNotKnowDoesNotBreakIt() throws Exception {
    said = RED_IN_CHANGJI.replace("PARTICULATE", "VOLCANO");

    var page = page("/", "zh-CN");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("红色预警").contains("VOLCANO").doesNotContain("??");
  }

  @Test
  void namesFromTheServiceCannotBecomeMarkup() throws Exception {
    said = RED_IN_CHANGJI.replace("昌吉州", "<script>alert(1)</script>");

    assertThat(page("/", "zh-CN").body())
        .doesNotContain("<script>")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
  }

  @Test
  void aSilentServiceIsNotTakenForNoWarning() throws Exception {
    try (var alone = console("http://127.0.0.1:" + freePort())) {
      var page = page(alone, "/", "zh-CN");

      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("预警服务暂时没有应答").doesNotContain("无预警</span>");
    }
  }

  @Test
  @Timeout(30)
  void aServiceThatNeverAnswersHoldsThePageUpForSecondsOnly() throws Exception {
    try (var accepting = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        var alone = console("http://127.0.0.1:" + accepting.getLocalPort())) {
      long before = System.nanoTime();

      assertThat(page(alone, "/", "zh-CN").body()).contains("预警服务暂时没有应答");
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    }
  }

  @Test
  void nothingButThePagesIsOpen() throws Exception {
    assertThat(page("/actuator/health", "zh-CN").statusCode()).isEqualTo(200);
    assertThat(page("/actuator/env", "zh-CN").statusCode()).isEqualTo(403);
    assertThat(page("/anything", "zh-CN").statusCode()).isEqualTo(403);
    assertThat(page("/", "zh-CN").headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
  }

  private static ConfigurableApplicationContext console(String warningServiceAddress) {
    return ConsoleService.application()
        .run(
            "--spring.main.banner-mode=off",
            "--server.port=0",
            "--lantian.services.warning-service=" + warningServiceAddress);
  }

  private static HttpResponse<String> page(String path, String languages) throws Exception {
    return page(console, path, languages);
  }

  private static HttpResponse<String> page(
      ConfigurableApplicationContext where, String path, String languages) throws Exception {
    var port = where.getEnvironment().getProperty("local.server.port");
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Accept-Language", languages)
            .build(),
        BodyHandlers.ofString());
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
