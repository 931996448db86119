package lantian.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A liaison's system on the same machine: keeps every request and answers as told. */
public final class Receiver implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpServer server;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Queue<Behaviour> planned = new ConcurrentLinkedQueue<>();
  private final AtomicInteger underWay = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Behaviour usual = Behaviour.status(200);

  /** A request as it came in. */
  public record Received(
      Map<String, String> headers, String body, long nanoTime, AtomicInteger answered, int atOnce) {
    /** What it was answered with, once it was. */
    public int status() {
      return answered.get();
    }

    public JsonNode json() {
      return JSON.readTree(body);
    }
  }

  /** What the receiver does with a request. */
  @FunctionalInterface
  public interface Behaviour {
    void answer(HttpExchange exchange, CountDownLatch closed) throws IOException;

    static Behaviour status(int status, String... header) {
      return (exchange, _) -> {
        for (int i = 0; i + 1 < header.length; i += 2) {
          exchange.getResponseHeaders().add(header[i], header[i + 1]);
        }
        exchange.sendResponseHeaders(status, -1);
      };
    }

    /** Takes the request and drops the connection: nobody knows whether it was taken. */
    static Behaviour drop() {
      return (exchange, _) -> exchange.close();
    }

    /** Never answers. */
    static Behaviour blackHole() {
      return (_, closed) -> {
        try {
          closed.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      };
    }

    /** Says yes and then talks without end. */
    static Behaviour endless() {
      return (exchange, _) -> {
        exchange.sendResponseHeaders(200, 0);
        var chunk = new byte[8192];
        for (int i = 0; i < 100_000; i++) {
          exchange.getResponseBody().write(chunk);
        }
      };
    }
  }

  public Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var headers = new java.util.TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
    var status = new AtomicInteger();
    received.add(
        new Received(headers, body, System.nanoTime(), status, underWay.incrementAndGet()));
    var next = planned.poll();
    try (exchange) {
      (next == null ? usual : next).answer(exchange, closed);
    } finally {
      status.set(exchange.getResponseCode());
      underWay.decrementAndGet();
    }
  }

  /** Answers the next requests so, one after the other. */
  public Receiver next(Behaviour... behaviours) {
    planned.addAll(List.of(behaviours));
    return this;
  }

  /** Answers so from now on. */
  public Receiver always(Behaviour behaviour) {
    usual = behaviour;
    return this;
  }

  /** The most requests under way together, the first ones left out. */
  public int mostAtOnceSince(int first) {
    return received.stream().skip(first).mapToInt(Received::atOnce).max().orElse(0);
  }

  public String url() {
    return url("/hook");
  }

  public String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  public List<Received> received() {
    return List.copyOf(received);
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
