package lantian.local.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import lantian.console.issuer.TokenClient;
import lantian.local.platform.DataFolder;
import lantian.local.platform.FreePorts;
import lantian.local.platform.PlatformPort;
import lantian.local.platform.Ports;
import lantian.local.platform.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A POST that stores, to a service that answers or does not. */
class StoringOnceTest {
  private static final String LATER = "{\"type\": \"/problems/key-in-use\"}";

  /** What the service got: {@code key} is its {@code Idempotency-Key}. */
  private record Request(@Nullable String key, @Nullable String version, String body) {}

  /** How it answers; no answer at all with a status of 0. */
  private record Answering(int status, String body) {}

  private final Ports ports = FreePorts.next();
  private final List<HttpServer> servers = new ArrayList<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Answering> answers = new LinkedBlockingQueue<>();

  private Api.Person person;

  @BeforeEach
  void aPlatform(@TempDir Path folder) throws IOException {
    var data = new DataFolder(folder);
    Files.createDirectories(data.secrets());
    Files.writeString(data.secrets().resolve(TokenClient.SECRET_FILE), "secret");
    serve(PlatformPort.CONSOLE, exchange -> answer(exchange, 200, "{\"access_token\": \"token\"}"));
    serve(PlatformPort.WARNING, this::take);
    person = new Api(ports, new Tokens(ports, data)).as("office", "office-li", "652300", null);
  }

  @AfterEach
  void stop() {
    servers.forEach(server -> server.stop(0));
  }

  @Test
  void whatIsStoredBearsAKeyOfItsOwn() {
    answers.add(new Answering(201, "{\"id\": 1}"));
    answers.add(new Answering(200, "{\"id\": 2}"));

    var first = person.store(PlatformPort.WARNING, "/notes", Map.of("text", "a"));
    person.store(PlatformPort.WARNING, "/notes", 7, null);

    assertThat(first.status()).isEqualTo(201);
    assertThat(first.body().path("id").asInt()).isEqualTo(1);
    assertThat(requests).extracting(Request::version).containsExactly(null, "\"7\"");
    assertThat(requests).extracting(Request::key).doesNotContainNull().doesNotHaveDuplicates();
  }

  @Test
  void withoutAnAnswerItIsAskedAgainUnderTheSameKey() {
    answers.add(new Answering(0, ""));
    answers.add(new Answering(503, "{}"));
    answers.add(new Answering(409, LATER));
    answers.add(new Answering(201, "{\"id\": 1}"));

    var answer = person.store(PlatformPort.WARNING, "/notes", 7, Map.of("text", "a"));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(requests).hasSize(4);
    assertThat(requests).containsOnly(requests.getFirst());
    assertThat(requests.getFirst().key()).isNotBlank();
  }

  @Test
  void afterSomeTriesItGivesUp() {
    for (int i = 0; i < 4; i++) {
      answers.add(new Answering(0, ""));
    }

    assertThatThrownBy(() -> person.store(PlatformPort.WARNING, "/notes", null))
        .isInstanceOf(Api.NoAnswer.class);
    assertThat(requests).hasSize(4);
  }

  @Test
  void aRefusalIsNotAskedAgain() {
    answers.add(new Answering(409, "{\"type\": \"/problems/wrong-state\"}"));

    assertThatThrownBy(() -> person.store(PlatformPort.WARNING, "/notes", null))
        .isInstanceOf(Api.RefusedCall.class)
        .hasMessageContaining("wrong-state");
    assertThat(requests).hasSize(1);
  }

  @Test
  void whatStoresNothingBearsNoKeyAndIsAskedOnce() {
    answers.add(new Answering(0, ""));

    assertThatThrownBy(() -> person.post(PlatformPort.WARNING, "/local/clock", Map.of()))
        .isInstanceOf(Api.NoAnswer.class);
    assertThat(requests).singleElement().satisfies(r -> assertThat(r.key()).isNull());
  }

  private interface Handling {
    void handle(HttpExchange exchange) throws IOException;
  }

  private void serve(PlatformPort port, Handling handling) throws IOException {
    var server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.of(port)), 0);
    server.createContext("/", handling::handle);
    server.start();
    servers.add(server);
  }

  private void take(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add(
        new Request(headers.getFirst("Idempotency-Key"), headers.getFirst("If-Match"), body));
    var answering = answers.remove();
    if (answering.status() == 0) {
      exchange.close();
    } else {
      answer(exchange, answering.status(), answering.body());
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    try (exchange) {
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
