package lantian.local.platform;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import lantian.console.issuer.LocalRole;
import lantian.console.issuer.TokenClient;
import lantian.local.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the local issuer of one platform for tokens.
 *
 * @param ports where the platform stands
 * @param data its folder, which holds the secret of the issuer's client
 */
public record Tokens(Ports ports, DataFolder data) {

  private static final Duration ONE_CALL = Duration.ofSeconds(10);

  /**
   * Whom a token is for.
   *
   * @param role the name of a {@link LocalRole}
   * @param user who it is; the role's name where it is left out
   * @param unit the unit of a liaison
   * @param jurisdiction a code of six digits, or {@code *} for all
   */
  public record Holder(
      String role, @Nullable String user, @Nullable String unit, String jurisdiction) {

    public Holder {
      if (LocalRole.named(role).isEmpty()) {
        throw new Refused("token.unknown-role", role, LocalRole.names());
      }
      if (!jurisdiction.matches("\\*|\\d{6}")) {
        throw new Refused("token.jurisdiction", jurisdiction);
      }
    }

    private Map<String, String> form() {
      var form = new LinkedHashMap<String, String>();
      form.put("grant_type", "client_credentials");
      form.put("role", role);
      form.put("jurisdiction", jurisdiction);
      if (user != null) {
        form.put("user", user);
      }
      if (unit != null) {
        form.put("unit", unit);
      }
      return form;
    }
  }

  /** A bearer token for this holder, good for 12 hours. */
  public String of(Holder holder) {
    var answer = ask(holder.form());
    try {
      var body = JsonMapper.shared().readTree(answer.body());
      if (answer.statusCode() == 200) {
        return body.path("access_token").asString();
      }
      throw new Refused(
          "token.refused",
          Integer.toString(answer.statusCode()),
          body.path("error").asString(""),
          body.path("error_description").asString(""));
    } catch (JacksonException e) {
      // Whatever listens there is not our issuer.
      throw new Refused("token.no-platform", Integer.toString(ports.base()));
    }
  }

  private HttpResponse<String> ask(Map<String, String> form) {
    var credentials =
        Base64.getEncoder()
            .encodeToString((TokenClient.ID + ":" + secret()).getBytes(StandardCharsets.UTF_8));
    var request =
        HttpRequest.newBuilder(URI.create(ports.url(PlatformPort.CONSOLE) + "/oauth2/token"))
            .timeout(ONE_CALL)
            .header("Authorization", "Basic " + credentials)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encode(form)))
            .build();
    try (var client = HttpClient.newBuilder().connectTimeout(ONE_CALL).build()) {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new Refused("token.no-platform", Integer.toString(ports.base()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  private String secret() {
    try {
      return Files.readString(data.secrets().resolve(TokenClient.SECRET_FILE)).strip();
    } catch (IOException e) {
      throw new Refused("token.no-secret", data.path(), Integer.toString(ports.base()));
    }
  }

  private static String encode(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
