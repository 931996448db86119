package lantian.local.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import lantian.local.platform.PlatformPort;
import lantian.local.platform.Ports;
import lantian.local.platform.Tokens;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public REST interfaces of one platform, called as the people of each role. */
public final class Api {
  private static final Duration ONE_CALL = Duration.ofSeconds(30);
  private static final int OK = 200;
  private static final int ANSWERED_BEFORE = 409;
  private static final int UNAVAILABLE = 503;
  private static final String KEY_IN_USE = "/problems/key-in-use";
  private static final int MOST_REPEATS = 3;
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<Tokens.Holder, String> tokens = new ConcurrentHashMap<>();
  private final Ports ports;
  private final Tokens issuer;

  public Api(Ports ports, Tokens issuer) {
    this.ports = ports;
    this.issuer = issuer;
  }

  /** An answer that was not refused: its body, and its version where it has one. */
  public record Answer(int status, JsonNode body, @Nullable String etag) {}

  /** A person: calls go out with this person's token. */
  public Person as(String role, String user, String jurisdiction, @Nullable String unit) {
    return new Person(new Tokens.Holder(role, user, unit, jurisdiction));
  }

  /** Somebody with a role, who calls the services. */
  public final class Person {
    private final Tokens.Holder holder;

    private Person(Tokens.Holder holder) {
      this.holder = holder;
    }

    /** Who it is. */
    public String user() {
      return holder.user() == null ? holder.role() : holder.user();
    }

    public JsonNode get(PlatformPort service, String path) {
      return call(request(service, path).GET(), path).body();
    }

    public byte[] download(PlatformPort service, String path) {
      return send(request(service, path).GET(), path, BodyHandlers.ofByteArray()).body();
    }

    public Answer post(PlatformPort service, String path, @Nullable Object body) {
      return call(request(service, path).POST(json(body)), path);
    }

    /** Posts against the version that was seen. */
    public Answer post(PlatformPort service, String path, long version, @Nullable Object body) {
      return call(
          request(service, path).header("If-Match", "\"" + version + "\"").POST(json(body)), path);
    }

    /** Posts under a key, so that the same call may be made again when no answer came. */
    public Answer post(
        PlatformPort service,
        String path,
        String idempotencyKey,
        @Nullable Long version,
        @Nullable Object body) {
      var request = request(service, path).header("Idempotency-Key", idempotencyKey);
      if (version != null) {
        request.header("If-Match", "\"" + version + "\"");
      }
      return call(request.POST(json(body)), path);
    }

    /**
     * Posts what is to be stored: under a key of its own, and again under the same when no answer
     * comes or the service says "later", so that it is stored once.
     */
    public Answer store(PlatformPort service, String path, @Nullable Object body) {
      return storeUnder(UUID.randomUUID().toString(), service, path, null, body);
    }

    /** The same, against the version that was seen. */
    public Answer store(PlatformPort service, String path, long version, @Nullable Object body) {
      return storeUnder(UUID.randomUUID().toString(), service, path, version, body);
    }

    private Answer storeUnder(
        String key,
        PlatformPort service,
        String path,
        @Nullable Long version,
        @Nullable Object body) {
      for (int again = 0; again < MOST_REPEATS; again++) {
        try {
          return post(service, path, key, version, body);
        } catch (NoAnswer e) {
          LockSupport.parkNanos(PAUSE);
        } catch (RefusedCall e) {
          if (!e.later()) {
            throw e;
          }
          LockSupport.parkNanos(PAUSE);
        }
      }
      return post(service, path, key, version, body);
    }

    private HttpRequest.Builder request(PlatformPort service, String path) {
      return HttpRequest.newBuilder(URI.create(ports.url(service) + path))
          .timeout(ONE_CALL)
          .header("Authorization", "Bearer " + tokens.computeIfAbsent(holder, issuer::of))
          .header("Content-Type", "application/json")
          .header("Accept-Language", "zh-CN");
    }

    private Answer call(HttpRequest.Builder request, String path) {
      var response = send(request, path, BodyHandlers.ofString());
      return new Answer(
          response.statusCode(),
          JSON.readTree(response.body().isEmpty() ? "null" : response.body()),
          response.headers().firstValue("ETag").orElse(null));
    }

    private <T> HttpResponse<T> send(
        HttpRequest.Builder request, String path, HttpResponse.BodyHandler<T> body) {
      try {
        var response = http.send(request.build(), body);
        if (wantsSignIn(response)) {
          // Nothing was done: the same by who has just signed in.
          tokens.put(holder, issuer.of(holder));
          request.setHeader("Authorization", "Bearer " + tokens.get(holder));
          response = http.send(request.build(), body);
        }
        if (response.statusCode() >= 300) {
          throw new RefusedCall(holder, path, response.statusCode(), response.body());
        }
        return response;
      } catch (IOException e) {
        throw new NoAnswer(holder.role() + " " + path + ": " + e, e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted", e);
      }
    }
  }

  /** Whether the person has to sign in again for this (RFC 9470). */
  private static boolean wantsSignIn(HttpResponse<?> response) {
    return response.headers().allValues("WWW-Authenticate").stream()
        .anyMatch(challenge -> challenge.contains("insufficient_user_authentication"));
  }

  /** Answers a message as whoever has its link; no harm if somebody else was first. */
  public void answerByLink(String link) {
    var request =
        HttpRequest.newBuilder(URI.create(link)).timeout(ONE_CALL).POST(json(null)).build();
    try {
      int status = http.send(request, BodyHandlers.discarding()).statusCode();
      if (status != OK && status != ANSWERED_BEFORE) {
        throw new IllegalStateException("The link of a message was refused: " + status);
      }
    } catch (IOException e) {
      throw new IllegalStateException("The link of a message: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  /** Nobody knows whether the call had its effect: no answer came. */
  public static final class NoAnswer extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private NoAnswer(String message, IOException cause) {
      super(message, cause);
    }
  }

  /** A service refused what a person tried. */
  public static final class RefusedCall extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final boolean later;

    private RefusedCall(Tokens.Holder holder, String path, int status, Object body) {
      super("%s (%s) %s: %d %s".formatted(holder.role(), holder.user(), path, status, text(body)));
      this.status = status;
      this.later = status == UNAVAILABLE || text(body).toString().contains(KEY_IN_USE);
    }

    /** Whether the same request may be answered later: it was not run, or is under way. */
    public boolean later() {
      return later;
    }

    public int status() {
      return status;
    }

    private static Object text(Object body) {
      return body instanceof byte[] ? "" : body;
    }
  }

  private static HttpRequest.BodyPublisher json(@Nullable Object body) {
    return body == null
        ? HttpRequest.BodyPublishers.noBody()
        : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
  }
}
