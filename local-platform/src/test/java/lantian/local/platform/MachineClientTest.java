package lantian.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import lantian.events.ChinaTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A model's program hands its forecast in by itself: client credentials, then the run. */
class MachineClientTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir private Path folder;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void aProgramGetsATokenByItsSecretHandsARunInAndIsNamedAsWhoDid() throws Exception {
    var ports = FreePorts.next();
    Files.writeString(folder.resolve("machine-clients.properties"), "changji-model = 652300\n");
    var services =
        PlatformService.ALL.stream()
            .filter(
                service ->
                    service.port() == PlatformPort.CONSOLE
                        || service.port() == PlatformPort.WARNING)
            .toList();
    try (var _ = Platform.start(ports, new DataFolder(folder), services, Map.of(), _ -> {})) {
      var token = token(ports);
      var forecasts = ports.url(PlatformPort.WARNING) + "/api/v1/forecasts";

      var stored = post(forecasts, token, aRunOf("652300"));
      assertThat(stored.statusCode()).as(stored.body()).isEqualTo(201);
      var listed = json(get(forecasts, token));
      assertThat(listed.at("/items/0/receivedBy").asString()).isEqualTo("changji-model");

      assertThat(post(forecasts, token, aRunOf("150822")).statusCode()).isEqualTo(403);
      assertThat(
              post(
                      ports.url(PlatformPort.WARNING)
                          + "/api/v1/proposals/00000000-0000-0000-0000-000000000000/approve",
                      token,
                      "{}")
                  .statusCode())
          .as("a program decides nothing")
          .isEqualTo(403);
    }
  }

  private String token(Ports ports) throws Exception {
    var secret = Files.readString(folder.resolve("secrets/machine-changji-model")).strip();
    var credentials =
        Base64.getEncoder()
            .encodeToString(("changji-model:" + secret).getBytes(StandardCharsets.UTF_8));
    var answer =
        send(
            HttpRequest.newBuilder(URI.create(ports.url(PlatformPort.CONSOLE) + "/oauth2/token"))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer).path("access_token").asString();
  }

  private static String aRunOf(String jurisdiction) {
    var issuedAt = ChinaTime.at(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    var first = issuedAt.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
    return JSON.writeValueAsString(
        Map.of(
            "jurisdiction",
            jurisdiction,
            "issuedAt",
            issuedAt.toString(),
            "source",
            "昌吉模式",
            "resolution",
            "HOURLY",
            "points",
            List.of(Map.of("at", first.toString(), "pm2_5", 30))));
  }

  private HttpResponse<String> post(String url, String token, String body) throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> get(String url, String token) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }
}
