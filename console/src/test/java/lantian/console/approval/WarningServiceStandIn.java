package lantian.console.approval;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Answers as warning-service does, from two proposals: a live one to red, and one of a drill. */
final class WarningServiceStandIn implements AutoCloseable {
  static final String RED = "11111111-1111-4111-8111-111111111111";
  static final String IN_DRILL = "22222222-2222-4222-8222-222222222222";
  static final String DRILL = "33333333-3333-4333-8333-333333333333";
  static final String EXPLANATION =
      "由橙色预警调整为红色预警：滚动日AQI高于200的过程持续96小时（2026年12月2日1时至2026年12月5日24时，峰值412）。"
          + "把握：cma最近4次预报中有3次达到。";
  static final String EXPLAINED = "From orange to red: a run over 200 lasts 96 hours.";
  private static final String LIVE = "/api/v1/proposals";
  private static final String DRILLED = "/api/v1/drills/" + DRILL + "/proposals";

  private final HttpServer server;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final Map<String, String> kept = new ConcurrentHashMap<>();

  /** One decision as it came. */
  record Came(String path, String body, String ifMatch, String key, String language) {}

  final List<Came> came = new CopyOnWriteArrayList<>();

  WarningServiceStandIn() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    asAtFirst();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void asAtFirst() {
    came.clear();
    kept.clear();
    answers.clear();
    answers.put(
        "/public/warnings",
        """
        {"warnings":[],"jurisdictions":[{"code":"652300","name":"昌吉州","nameEn":"Changji","level":"ORANGE"}]}""");
    answers.put("/api/v1/drills", "{\"items\":[" + drill() + "]}");
    answers.put("/api/v1/drills/" + DRILL, drill());
    proposed(LIVE, RED, red(3, "SUBMITTED", ""));
    proposed(DRILLED, IN_DRILL, inDrill());
  }

  /** What stands from now on of the live proposal. */
  void now(String red) {
    proposed(LIVE, RED, red);
  }

  private void proposed(String where, String id, String proposal) {
    String state = proposal.replaceFirst("(?s).*\"state\":\"(\\w+)\".*", "$1");
    for (String each : List.of("OPEN", "SUBMITTED", "RETURNED")) {
      answers.put(
          where + "?state=" + each, "{\"items\":[" + (each.equals(state) ? proposal : "") + "]}");
    }
    answers.put(where + "/" + id, proposal);
    answers.put(where + "/" + id + "/publication", preview());
  }

  static String red(int version, String state, String opinions) {
    return """
        {"id":"%s","version":%d,"state":"%s","mode":"LIVE","jurisdiction":"652300",
         "warningId":"w-1","kind":"UPGRADE","from":"ORANGE","to":"RED","cause":"PARTICULATE","response":"COLOURED",
         "validFrom":"2026-12-02T01:00:00+08:00","validTo":"2026-12-06T00:00:00+08:00","policy":"national-2024@1",
         "forecastId":null,"reason":"%s","proposedAt":"2026-12-01T08:00:00+08:00","submittedBy":"zhang<i>",
         "submittedAt":"2026-12-01T08:10:00+08:00",
         "approvals":[{"by":"wang","role":"headquarters","at":"2026-12-01T08:20:00+08:00","standIn":false}],
         "authority":{"jurisdiction":"652300","submittedBy":["office"],"approvedBy":["headquarters"],"approvals":2,
           "standIns":{"afterHours":2,"roles":[],"persons":["deputy-li"]}},
         "deadline":{"dueAt":"2026-12-01T10:10:00+08:00","overdue":false,"rolesNow":["headquarters"],"personsNow":[]},
         "leadTime":{"beginsAt":"2026-12-02T01:00:00+08:00","hoursAhead":17,"hoursWanted":24,"reason":"FORECAST_CHANGED"},
         "consultation":{"needed":[{"body":"experts","needed":1,"heard":1}],"enough":true,
           "opinions":[{"number":1,"by":"expert-zhao","body":"experts","organisation":"州气象局","stance":"FOR","level":"RED",
             "text":"静稳天气将持续<script>alert(1)</script>","at":"2026-12-01T08:15:00+08:00"}%s]}}"""
        .formatted(RED, version, state, EXPLANATION, opinions);
  }

  private static String inDrill() {
    return """
        {"id":"%s","version":1,"state":"OPEN","mode":"DRILL","jurisdiction":"652300",
         "warningId":"w-2","kind":"RAISE","from":"NONE","to":"YELLOW","cause":"VOLCANO","response":"COLOURED",
         "validFrom":"2026-12-03T01:00:00+08:00","validTo":null,"policy":"national-2024@1","forecastId":null,
         "reason":"【演练】由无预警调整为黄色预警（依据<u>气象台的预报）。","proposedAt":"2026-12-01T08:00:00+08:00","submittedBy":null,"submittedAt":null,
         "approvals":[],"authority":{"jurisdiction":"652300","submittedBy":["monitoring","office"],"approvedBy":["office"],
           "approvals":1,"standIns":{"afterHours":2,"roles":["headquarters"],"persons":[]}},
         "deadline":null,"leadTime":null,"consultation":{"needed":[],"enough":true,"opinions":[]}}"""
        .formatted(IN_DRILL);
  }

  private static String drill() {
    return """
        {"id":"%s","jurisdiction":"652300","jurisdictionName":"昌吉州","number":3,"name":"冬季演练","scenario":"橙色预警",
         "open":true,"from":"2026-12-01T08:00:00+08:00","until":"2026-12-01T18:00:00+08:00",
         "announcedBy":"州指挥部办公室","announcedTo":"各成员单位"}"""
        .formatted(DRILL);
  }

  private static String preview() {
    String text = "{\"zh\":\"全文\",\"en\":\"all of it\"}";
    return """
        {"texts":{"headline":{"zh":"昌吉州发布重污染天气红色预警","en":"Red warning for Changji"},"summary":%1$s,
          "items":{"monitoring":%1$s,"level":%1$s,"duration":%1$s,"severity":%1$s,"harm":%1$s,"measures":%1$s},
          "instruction":%1$s,"advice":{"schools":%1$s,"hospitals":%1$s,"drivers":%1$s,"sensitive":%1$s},"mediaScript":%1$s},
         "findings":[{"severity":"WARNING","code":"short-lead","pointer":"/validFrom",
           "detail":{"zh":"提前不足24小时。","en":"Less than 24 hours ahead."}}]}"""
        .formatted(text);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var uri = exchange.getRequestURI();
      var token = exchange.getRequestHeaders().getFirst("Authorization");
      var english = "en".equals(exchange.getRequestHeaders().getFirst("Accept-Language"));
      if (uri.getPath().equals("/public/warnings")) {
        send(exchange, 200, answers.get(uri.getPath()));
      } else if (token == null || !token.endsWith(".token")) {
        problem(exchange, 401, "未登录", "令牌无效或已过期。", "");
      } else if (token.equals("Bearer liaison.token")) {
        problem(exchange, 403, "没有权限", "您的角色不能办理此项。", "");
      } else if (exchange.getRequestMethod().equals("POST")) {
        decide(exchange, token);
      } else {
        var query = uri.getQuery() == null ? "" : "?" + uri.getQuery();
        var body = answers.get(uri.getPath() + query);
        body = body == null ? answers.get(uri.getPath()) : body;
        send(
            exchange,
            body == null ? 404 : 200,
            body == null ? "" : english ? body.replace(EXPLANATION, EXPLAINED) : body);
      }
    }
  }

  private synchronized void decide(HttpExchange exchange, String token) throws IOException {
    var headers = exchange.getRequestHeaders();
    var path = exchange.getRequestURI().getPath();
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var key = headers.getFirst("Idempotency-Key");
    var before = kept.get(key);
    if (before != null) {
      send(exchange, 200, before);
      return;
    }
    if (token.equals("Bearer stale.token")) {
      exchange
          .getResponseHeaders()
          .add(
              "WWW-Authenticate", "Bearer error=\"insufficient_user_authentication\", max_age=300");
      problem(exchange, 401, "请重新登录", "此项决定要求在 5 分钟内登录过。", "");
      return;
    }
    if (path.startsWith(LIVE) && !"\"3\"".equals(headers.getFirst("If-Match"))) {
      problem(exchange, 412, "版本已变", "您看到的是第2版，现在是第3版。", "");
      return;
    }
    if (body.contains("太短")) {
      problem(
          exchange,
          422,
          "内容不符合规则",
          "有1处不符合规则。",
          "{\"pointer\":\"/reason\",\"code\":\"late\",\"detail\":\"请写明<b>原因\"}");
      return;
    }
    came.add(
        new Came(
            path, body, headers.getFirst("If-Match"), key, headers.getFirst("Accept-Language")));
    var after =
        path.startsWith(LIVE)
            ? red(4, path.endsWith("/approve") ? "APPROVED" : "RETURNED", "")
            : inDrill().replace("\"OPEN\"", "\"SUBMITTED\"");
    kept.put(key, after);
    if (path.startsWith(LIVE)) {
      now(after);
    }
    send(exchange, 200, after);
  }

  private static void problem(
      HttpExchange exchange, int status, String title, String detail, String errors)
      throws IOException {
    var bytes =
        "{\"type\":\"/problems/x\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\",\"errors\":[%s]}"
            .formatted(title, status, detail, errors)
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/problem+json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static void send(HttpExchange exchange, int status, @Nullable String body)
      throws IOException {
    var bytes = (body == null ? "" : body).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
