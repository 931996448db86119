package lantian.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import lantian.kit.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the service under test as one of its users would: {@code
 * rest.as(Role.OFFICE).post("/api/v1/…", body)}. Nothing is thrown for an error status.
 */
@TestComponent
@Lazy
public final class Rest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Environment environment;
  private final @Nullable String token;
  private final Map<String, String> headers;

  @org.springframework.beans.factory.annotation.Autowired
  public Rest(Environment environment) {
    this(environment, null, Map.of());
  }

  private Rest(Environment environment, @Nullable String token, Map<String, String> headers) {
    this.environment = environment;
    this.token = token;
    this.headers = headers;
  }

  /** An answer; {@code json} is a missing node where the body is empty or not JSON. */
  public record Answer(int status, String body, java.net.http.HttpHeaders headers) {
    public JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (RuntimeException e) {
        return JSON.missingNode();
      }
    }

    public @Nullable String header(String name) {
      return headers.firstValue(name).orElse(null);
    }
  }

  public Rest as(Role role) {
    return withToken(TestTokens.of(role));
  }

  public Rest as(Role role, String user) {
    return withToken(TestTokens.of(role, user, "*", null));
  }

  public Rest as(Role role, String user, String jurisdiction) {
    return withToken(TestTokens.of(role, user, jurisdiction, null));
  }

  public Rest asLiaisonOf(String unit, String jurisdiction) {
    return withToken(TestTokens.of(Role.LIAISON, "liaison-" + unit, jurisdiction, unit));
  }

  public Rest withToken(@Nullable String other) {
    return new Rest(environment, other, headers);
  }

  public Rest with(String header, String value) {
    var more = new HashMap<>(headers);
    more.put(header, value);
    return new Rest(environment, token, more);
  }

  public Rest inEnglish() {
    return with("Accept-Language", "en");
  }

  public Rest ifMatch(long version) {
    return with("If-Match", "\"" + version + "\"");
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  /** {@code body}: a string is sent as it is, anything else as JSON. */
  public Answer post(String path, @Nullable Object body) {
    return send("POST", path, body);
  }

  public Answer put(String path, @Nullable Object body) {
    return send("PUT", path, body);
  }

  public Answer head(String path) {
    return send("HEAD", path, null);
  }

  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  /** Where the service under test listens, on the loopback address. */
  public int port() {
    return environment.getRequiredProperty("local.server.port", Integer.class);
  }

  private Answer send(String method, String path, @Nullable Object body) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
            .header("Content-Type", "application/json")
            .method(method, bodyOf(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    headers.forEach(request::setHeader);
    try {
      var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body(), response.headers());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static HttpRequest.BodyPublisher bodyOf(@Nullable Object body) {
    return switch (body) {
      case null -> HttpRequest.BodyPublishers.noBody();
      case String text -> HttpRequest.BodyPublishers.ofString(text);
      case Object other -> HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(other));
    };
  }
}
