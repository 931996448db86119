package lantian.local.chaos;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import lantian.local.api.Api;
import lantian.local.api.Place;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The liaisons' side, as the oracle: it writes down every message that it took, in the order in
 * which it took them, and can be made to behave badly. A message without a right signature is
 * refused and counted.
 */
public final class Receiver implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(50);

  /** How it treats messages. */
  public enum Manner {
    /** Takes them and says so. */
    TAKES,
    /** Takes them, and the connection ends before it has said so. */
    TAKES_IN_SILENCE,
    /** Says that it cannot now (500), and takes nothing. */
    FAILS,
    /** Says that there is nobody any more (410), and takes nothing. */
    IS_GONE,
    /** Takes the connection and does nothing at all until it behaves otherwise. */
    IS_A_BLACK_HOLE
  }

  /** A message that was taken. */
  public record Taken(
      UUID delivery,
      UUID warning,
      long revision,
      String jurisdiction,
      String unit,
      String level,
      boolean repeat,
      long at) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final String base;
  private final Map<String, String> secrets = new ConcurrentHashMap<>();
  private final Map<String, Manner> ofUnits = new ConcurrentHashMap<>();
  private final List<Taken> taken = new ArrayList<>();
  private final List<Consumer<Taken>> readers = new CopyOnWriteArrayList<>();
  private final AtomicInteger forged = new AtomicInteger();
  private final AtomicInteger asked = new AtomicInteger();
  private volatile Manner manner = Manner.TAKES;

  public Receiver(int port) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    base = "http://127.0.0.1:" + port;
    server.setExecutor(threads);
    server.createContext("/", this::receive);
    server.start();
  }

  /** Enters a contact with an address here for every unit of the place. */
  public void register(Api api, Place place) {
    Liaisons.register(api, place, this);
  }

  /** The address of a unit. */
  String addressOf(Place place, Place.Unit unit) {
    return base + path(place.code(), unit.code());
  }

  /** The secret that messages to a unit are signed with. */
  void expect(Place place, Place.Unit unit, String secret) {
    secrets.put(path(place.code(), unit.code()), secret);
  }

  /** Calls the reader with every message that is taken from now on. */
  public void tell(Consumer<Taken> reader) {
    readers.add(reader);
  }

  /** From now on all are treated like this, but for units with a manner of their own. */
  public void behave(Manner now) {
    manner = now;
  }

  /** No unit has a manner of its own any more. */
  public void treatAllAlike() {
    ofUnits.clear();
  }

  /** One unit is treated like this. */
  public void behave(String jurisdiction, String unit, Manner now) {
    ofUnits.put(path(jurisdiction, unit), now);
  }

  /** Everything that was taken until now, in order. */
  public List<Taken> taken() {
    synchronized (taken) {
      return List.copyOf(taken);
    }
  }

  /** How many messages had no right signature. */
  public int forged() {
    return forged.get();
  }

  /** How many requests came in, whatever became of them. */
  public int asked() {
    return asked.get();
  }

  private static String path(String jurisdiction, String unit) {
    return "/" + jurisdiction + "/" + unit;
  }

  private void receive(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    var path = exchange.getRequestURI().getPath();
    try (exchange) {
      var now = mannerFor(path);
      while (now == Manner.IS_A_BLACK_HOLE) {
        LockSupport.parkNanos(LOOK);
        now = mannerFor(path);
        if (now != Manner.IS_A_BLACK_HOLE) {
          return; // too late: nobody waits for this answer any more
        }
      }
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (!isGenuine(exchange, path, body)) {
        forged.incrementAndGet();
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      switch (now) {
        case TAKES -> {
          take(JSON.readTree(body));
          exchange.sendResponseHeaders(204, -1);
        }
        case TAKES_IN_SILENCE -> take(JSON.readTree(body));
        case FAILS -> exchange.sendResponseHeaders(500, -1);
        case IS_GONE -> exchange.sendResponseHeaders(410, -1);
        case IS_A_BLACK_HOLE -> throw new IllegalStateException("handled above");
      }
    }
  }

  private Manner mannerFor(String path) {
    return ofUnits.getOrDefault(path, manner);
  }

  private boolean isGenuine(HttpExchange exchange, String path, String body) {
    var secret = secrets.get(path);
    if (secret == null) {
      return false;
    }
    try {
      var headers = new HashMap<String, List<String>>();
      exchange.getRequestHeaders().forEach(headers::put);
      new Webhook(secret).verify(body, HttpHeaders.of(headers, (_, _) -> true));
      return true;
    } catch (WebhookVerificationException | EmptyWebhookSecretException e) {
      return false;
    }
  }

  private void take(JsonNode message) {
    var warning = message.path("warning");
    Taken one;
    synchronized (taken) {
      one =
          new Taken(
              UUID.fromString(message.path("deliveryId").asString()),
              UUID.fromString(warning.path("id").asString()),
              warning.path("revision").asLong(),
              warning.path("jurisdiction").asString(),
              message.path("unit").path("code").asString(),
              warning.path("level").asString(),
              message.path("repeat").asBoolean(),
              System.nanoTime());
      taken.add(one);
    }
    readers.forEach(reader -> reader.accept(one));
  }

  @Override
  public void close() {
    behave(Manner.FAILS);
    ofUnits.clear();
    server.stop(0);
    threads.shutdownNow();
  }
}
