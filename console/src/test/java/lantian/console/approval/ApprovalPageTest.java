package lantian.console.approval;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import lantian.console.ConsoleService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** The page of approval: all that is to be known is read there, and what is decided counts once. */
class ApprovalPageTest {
  private static final HttpClient client = HttpClient.newHttpClient();
  private static WarningServiceStandIn warningService;
  private static ConfigurableApplicationContext console;

  @BeforeAll
  static void start() throws IOException {
    warningService = new WarningServiceStandIn();
    console = console(warningService.address());
  }

  @AfterAll
  static void stop() {
    console.close();
    warningService.close();
  }

  @BeforeEach
  void asAtFirst() {
    warningService.asAtFirst();
  }

  @Test
  void itShowsNothingBeforeItIsGivenAToken() throws Exception {
    var page = send(HttpRequest.newBuilder(address("/approvals")).GET());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("type=\"password\"", "不保存")
        .doesNotContain("昌吉州", "name=\"decision\"", "role=\"alert\"", "<script");
  }

  @Test
  void allThatIsToBeKnownStandsThere() throws Exception {
    var page = looked("good.token");
    assertThat(page.body())
        .contains("class=\"card proposal red\"", "<span>橙色预警</span> → <span>红色预警</span>")
        .contains("昌吉州", "<span>升级</span>", "<span>待批准</span>", "颗粒物", "按预警级别启动应急响应")
        .contains("2026-12-02 01:00", "2026-12-01 10:10", "已批准1人，需要2人", "wang", "deputy-li")
        .contains("提前17小时，少于要求的24小时", "预报有变化")
        .contains("州气象局", "赞成", "应听取的意见已听取", "提前不足24小时。", "昌吉州发布重污染天气红色预警")
        .contains("national-2024@1", "value=\"APPROVE\"", "value=\"RETURN\"", "value=\"REJECT\"")
        .doesNotContain("good.token", "??");
    assertThat(page.headers().firstValue("Cache-Control"))
        .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(value -> assertThat(value).contains("default-src 'none'"));
  }

  @Test
  void theExplanationStandsThereWordForWord() throws Exception {
    assertThat(looked("good.token").body())
        .contains("<p class=\"explanation\">" + WarningServiceStandIn.EXPLANATION + "</p>");
  }

  @Test
  void aReaderOfEnglishIsToldInEnglish() throws Exception {
    var page = posted("/approvals?lang=en", Map.of("token", "good.token")).body();
    assertThat(page)
        .contains("lang=\"en\"", "<span>Orange warning</span> → <span>Red warning</span>")
        .contains("Changji", "1 of 2 needed", "Less than 24 hours ahead.", "the forecast changed")
        .contains("<p class=\"explanation\">" + WarningServiceStandIn.EXPLAINED + "</p>")
        .contains("/approvals/decisions?lang=en")
        .doesNotContain("??");
  }

  @Test
  void aDrillIsMarkedAndHasNoColourOfAWarning() throws Exception {
    var page = looked("good.token").body();
    var drill =
        page.substring(
            page.indexOf("exercise-block"),
            page.indexOf("</section>", page.indexOf("exercise-block")));
    assertThat(drill)
        .contains("【演练】DRILL", "不是真实预警", "第3次演练（冬季演练）", "<span>【演练】</span><span>无预警</span>")
        .contains("提交审批", "VOLCANO", "name=\"drill\" value=\"" + WarningServiceStandIn.DRILL)
        .doesNotContainPattern("class=\"[^\"]*\\b(red|orange|yellow|none)\\b");
    assertThat(page.indexOf("红色预警")).isLessThan(page.indexOf("exercise-block"));
  }

  @Test
  void wordsOfPeopleCannotBecomeMarkup() throws Exception {
    assertThat(looked("good.token").body())
        .contains("静稳天气将持续&lt;script&gt;alert(1)&lt;/script&gt;", "zhang&lt;i&gt;")
        .contains("依据&lt;u&gt;气象台的预报")
        .doesNotContain("<script", "<i>", "<u>");
    assertThat(decided("good.token", "RETURN", "太短").body())
        .contains("请写明&lt;b&gt;原因")
        .doesNotContain("<b>");
  }

  @Test
  void whoMayNotSeeProposalsIsToldWhyInTheServicesWords() throws Exception {
    assertThat(looked("liaison.token").body())
        .contains("没有权限", "您的角色不能办理此项。")
        .doesNotContain("红色预警", "name=\"decision\"");
    assertThat(looked("unknown").body()).contains("令牌无效或已过期。").doesNotContain("红色预警");
    for (var token : new String[] {"", "good.token\r\nX: y", "演练"}) {
      assertThat(looked(token).body()).as(token).contains("令牌不能用").doesNotContain("红色预警");
    }
  }

  @Test
  void aSilentServiceIsNotTakenForNothingToDecide() throws Exception {
    try (var alone = console("http://127.0.0.1:" + freePort())) {
      var port = alone.getEnvironment().getProperty("local.server.port");
      var page = posted("http://127.0.0.1:" + port + "/approvals", Map.of("token", "good.token"));
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("预警服务暂时没有应答").doesNotContain("目前没有待处理");

      var form = new LinkedHashMap<>(form("good.token", "APPROVE", ""));
      page = posted("http://127.0.0.1:" + port + "/approvals/decisions", form);
      assertThat(page.body()).contains("没有作出决定").doesNotContain("已批准<");
    }
  }

  @Test
  void anApprovalGoesToTheServiceWithWhatWasSeen() throws Exception {
    var page = decided("good.token", "APPROVE", "同意");

    assertThat(page.body())
        .contains("<span>已批准</span>", "预警变更已经发布", "目前没有待处理的预警建议")
        .doesNotContain("没有作出决定", "good.token");
    assertThat(page.headers().firstValue("Cache-Control"))
        .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
    assertThat(warningService.came).hasSize(1);
    var came = warningService.came.getFirst();
    assertThat(came.path())
        .isEqualTo("/api/v1/proposals/" + WarningServiceStandIn.RED + "/approve");
    assertThat(came.ifMatch()).isEqualTo("\"3\"");
    assertThat(came.body()).isEqualTo("{\"reason\":\"同意\"}");
  }

  @Test
  void aProposalOfADrillIsDecidedUnderTheDrillsAddress() throws Exception {
    var page = looked("good.token").body();
    var form = new LinkedHashMap<String, String>();
    form.put("token", "good.token");
    form.put("decision", "SUBMIT");
    form.put("proposal", WarningServiceStandIn.IN_DRILL);
    form.put("drill", WarningServiceStandIn.DRILL);
    form.put("version", "1");
    form.put("seen", seenIn(page, WarningServiceStandIn.IN_DRILL));

    assertThat(posted("/approvals/decisions", form).body())
        .contains("<span>【演练】</span><span>已提交审批</span>");
    assertThat(warningService.came)
        .extracting(WarningServiceStandIn.Came::path)
        .containsExactly(
            "/api/v1/drills/"
                + WarningServiceStandIn.DRILL
                + "/proposals/"
                + WarningServiceStandIn.IN_DRILL
                + "/submit");
  }

  @Test
  void aDoubleClickDecidesOnceAndIsAnsweredAlike() throws Exception {
    var form = form("good.token", "RETURN", "再议");
    var first = posted("/approvals/decisions", form).body();
    var second = posted("/approvals/decisions", form).body();

    assertThat(first).contains("<span>已退回修改</span>");
    assertThat(second).contains("<span>已退回修改</span>");
    assertThat(warningService.came).hasSize(1);
  }

  @Test
  void whatWasSeenAndStandsNoMoreIsNotDecidedOn() throws Exception {
    var form = form("good.token", "APPROVE", "同意<");
    warningService.now(
        WarningServiceStandIn.red(
            3,
            "SUBMITTED",
            """
            ,{"number":2,"by":"expert-qian","body":"experts","organisation":null,"stance":"AGAINST","level":"ORANGE",
              "text":"冷空气提前到达","at":"2026-12-01T08:30:00+08:00"}"""));

    assertThat(posted("/approvals/decisions", form).body())
        .contains("您看到的内容与现在的不一致", "没有作出决定", "冷空气提前到达", "反对")
        .contains(">同意&lt;</textarea>");
    assertThat(warningService.came).isEmpty();
  }

  @Test
  void anOlderVersionIsRefusedByTheService() throws Exception {
    var form = new LinkedHashMap<>(form("good.token", "APPROVE", ""));
    form.put("version", "2");

    assertThat(posted("/approvals/decisions", form).body())
        .contains("版本已变", "您看到的是第2版，现在是第3版。", "没有作出决定");
    assertThat(warningService.came).isEmpty();
  }

  @Test
  void whoSignedInTooLongAgoIsAskedToSignInAnew() throws Exception {
    assertThat(decided("stale.token", "APPROVE", "").body())
        .contains("没有作出决定", "请重新登录", "用新的令牌再办理一次")
        .contains("class=\"card proposal red\"");
    assertThat(warningService.came).isEmpty();
  }

  @Test
  void aFormThatNobodyWasGivenDecidesNothing() throws Exception {
    for (var field : new String[] {"proposal", "version", "decision", "seen", "drill"}) {
      var form = new LinkedHashMap<>(form("good.token", "APPROVE", ""));
      form.put(field, "../x");
      assertThat(posted("/approvals/decisions", form).body())
          .as(field)
          .contains("没有")
          .doesNotContain("<span>已批准</span>");
    }
    assertThat(posted("/approvals/decisions", Map.of("token", "good.token")).body())
        .contains("表单内容不完整");
    assertThat(warningService.came).isEmpty();
  }

  private static HttpResponse<String> looked(String token) throws Exception {
    return posted("/approvals", Map.of("token", token));
  }

  private static HttpResponse<String> decided(String token, String move, String reason)
      throws Exception {
    return posted("/approvals/decisions", form(token, move, reason));
  }

  /** The form of the live proposal as the page has it, filled in. */
  private static Map<String, String> form(String token, String move, String reason)
      throws Exception {
    var form = new LinkedHashMap<String, String>();
    form.put("token", token);
    form.put("decision", move);
    form.put("proposal", WarningServiceStandIn.RED);
    form.put("version", "3");
    form.put("seen", seenIn(looked("good.token").body(), WarningServiceStandIn.RED));
    form.put("reason", reason);
    return form;
  }

  private static String seenIn(String page, String proposal) {
    var field =
        Pattern.compile(
                "value=\"" + proposal + "\".*?name=\"seen\" value=\"([0-9a-f]{64})\"",
                Pattern.DOTALL)
            .matcher(page);
    assertThat(field.find()).isTrue();
    return field.group(1);
  }

  private static HttpResponse<String> posted(String to, Map<String, String> form) throws Exception {
    var body =
        form.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(joining("&"));
    return send(
        HttpRequest.newBuilder(to.startsWith("http") ? URI.create(to) : address(to))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(
        request.header("Accept-Language", "zh-CN").build(), HttpResponse.BodyHandlers.ofString());
  }

  private static URI address(String path) {
    return URI.create(
        "http://127.0.0.1:" + console.getEnvironment().getProperty("local.server.port") + path);
  }

  private static ConfigurableApplicationContext console(String warningServiceAddress) {
    return ConsoleService.application()
        .run(
            "--spring.main.banner-mode=off",
            "--server.port=0",
            "--lantian.services.warning-service=" + warningServiceAddress);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
