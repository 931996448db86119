package lantian.testing.infrastructure;

import com.github.dockerjava.api.DockerClient;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;

/** Speaks as much of a Docker engine's language as the choice asks, and notes what it was asked. */
final class FakeEngine implements AutoCloseable {
  private final HttpServer server;
  private final Set<String> images;
  private final String containers;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  private FakeEngine(HttpServer server, Set<String> images, String containers) {
    this.server = server;
    this.images = images;
    this.containers = containers;
  }

  static FakeEngine withImages(String... images) throws IOException {
    return start(Set.of(images), "[]");
  }

  /** With containers, as the engine's JSON. */
  static FakeEngine withContainers(String containers) throws IOException {
    return start(Set.of(), containers);
  }

  private static FakeEngine start(Set<String> images, String containers) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var engine = new FakeEngine(server, images, containers);
    server.createContext("/", engine::answer);
    server.start();
    return engine;
  }

  DockerClient client() {
    return clientOf(server.getAddress().getPort());
  }

  /** A client of an engine that need not be there. */
  static DockerClient clientOf(int port) {
    return DockerClientProviderStrategy.getClientForConfig(
        TransportConfig.builder().dockerHost(URI.create("tcp://127.0.0.1:" + port)).build());
  }

  /** Methods and paths, without the version of the language. */
  List<String> asked() {
    return asked;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath().replaceFirst("^/v1\\.\\d+", "");
      asked.add(exchange.getRequestMethod() + " " + path);
      if (path.equals("/_ping")) {
        say(exchange, 200, "OK");
      } else if (path.equals("/containers/json")) {
        say(exchange, 200, containers);
      } else if (exchange.getRequestMethod().equals("DELETE")) {
        exchange.sendResponseHeaders(204, -1);
      } else if (images.contains(path.replaceFirst("^/images/(.*)/json$", "$1"))) {
        say(exchange, 200, "{\"Id\": \"sha256:1\"}");
      } else {
        say(exchange, 404, "{\"message\": \"No such image\"}");
      }
    }
  }

  private static void say(HttpExchange exchange, int status, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(
        status, exchange.getRequestMethod().equals("HEAD") ? -1 : bytes.length);
    if (!exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
