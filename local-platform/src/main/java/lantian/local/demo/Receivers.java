package lantian.local.demo;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import lantian.local.api.Place;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the liaisons of the demo are reached: one address for each, which takes a message only when
 * its signature is right, and a mailbox for some.
 */
final class Receivers implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpServer server;
  private final String base;
  private final Map<String, String> secrets = new ConcurrentHashMap<>();
  private final List<Push> unread = new ArrayList<>();

  private final Mailboxes mailboxes;

  /** Who is told of a message: the others only when the one before does not answer. */
  enum Rank {
    LIAISON,
    DEPUTY,
    DUTY_DESK
  }

  /**
   * A message that reached somebody, and the same by mail, where a liaison has a mailbox. {@code
   * link}: answers it without a token.
   */
  record Push(
      String deliveryId,
      String jurisdiction,
      String unit,
      Rank rank,
      String warningId,
      String purpose,
      String level,
      String link,
      List<String> mails) {

    private Push with(List<String> received) {
      return new Push(
          deliveryId, jurisdiction, unit, rank, warningId, purpose, level, link, received);
    }
  }

  Receivers(int port, int mailPort) {
    try {
      var loopback = InetAddress.getLoopbackAddress();
      server = HttpServer.create(new InetSocketAddress(loopback, port), 1_024);
      base = "http://127.0.0.1:" + port;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::receive);
    server.start();
    mailboxes = new Mailboxes(mailPort);
  }

  /** The address of somebody in a unit. */
  String addressOf(Place place, String unit, Rank rank) {
    return base + "/" + place.code() + "/" + unit + "/" + rank;
  }

  /** The secret that messages to this address are signed with. */
  void expect(String address, String secret) {
    secrets.put(address.substring(base.length()), secret);
  }

  /** What came since the last look, in an order that does not depend on who was faster. */
  List<Push> newPushes() {
    var mails = mailboxes.newMails();
    synchronized (unread) {
      var pushes =
          unread.stream()
              .sorted(
                  Comparator.comparing(Push::jurisdiction)
                      .thenComparing(Push::unit)
                      .thenComparing(Push::rank))
              .map(push -> push.with(mails.to(push.jurisdiction(), push.unit())))
              .toList();
      unread.clear();
      return pushes;
    }
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(isGenuine(exchange, body) ? 204 : 401, -1);
    }
  }

  private boolean isGenuine(HttpExchange exchange, String body) {
    var secret = secrets.get(exchange.getRequestURI().getPath());
    if (secret == null) {
      return false;
    }
    try {
      var headers = new HashMap<String, List<String>>();
      exchange.getRequestHeaders().forEach(headers::put);
      new Webhook(secret).verify(body, HttpHeaders.of(headers, (_, _) -> true));
    } catch (WebhookVerificationException | EmptyWebhookSecretException e) {
      return false;
    }
    var path = exchange.getRequestURI().getPath();
    keep(JSON.readTree(body), Rank.valueOf(path.substring(path.lastIndexOf('/') + 1)));
    return true;
  }

  private void keep(JsonNode message, Rank rank) {
    var warning = message.path("warning");
    var push =
        new Push(
            message.path("deliveryId").asString(),
            warning.path("jurisdiction").asString(),
            message.path("unit").path("code").asString(message.path("unit").asString("")),
            rank,
            warning.path("id").asString(),
            message.path("type").asString().equals("duties.stand-down")
                ? "STAND_DOWN"
                : "LEVEL_CHANGE",
            warning.path("level").asString(),
            message.path("link").asString(),
            List.of());
    synchronized (unread) {
      unread.add(push);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    mailboxes.close();
  }
}
