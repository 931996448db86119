package lantian.console.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lantian.console.ConsoleService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LocalIssuerTest {

  private static final String ISSUER = "http://127.0.0.1:8080";

  @TempDir static Path data;

  private static final HttpClient client = HttpClient.newHttpClient();
  private static ConfigurableApplicationContext console;

  @BeforeAll
  static void startConsole() throws IOException {
    Files.writeString(data.resolve("machine-clients.properties"), "changji-model = 652300\n");
    console = start("local");
  }

  @AfterAll
  static void stopConsole() {
    console.close();
  }

  @Test
  void aTokenSaysWhoActsAsWhatWhereAndForWhichUnit() throws Exception {
    var token =
        token(Map.of("role", "liaison", "user", "张三", "unit", "住建局", "jurisdiction", "652300"));

    assertThat(token.getSubject()).isEqualTo("张三");
    assertThat(token.getClaimAsStringList("roles")).containsExactly("liaison");
    assertThat(token.getClaimAsString("jurisdiction")).isEqualTo("652300");
    assertThat(token.getClaimAsString("unit")).isEqualTo("住建局");
    assertThat(token.getAudience()).containsExactly("lantian");
    assertThat(token.getIssuer()).hasToString(ISSUER);
    assertThat(token.getHeaders()).containsEntry("typ", "at+jwt").containsEntry("alg", "RS256");
    assertThat(Duration.between(token.getIssuedAt(), token.getExpiresAt())).hasHours(12);
    assertThat(Duration.between(token.getIssuedAt(), token.getClaimAsInstant("auth_time")).abs())
        .isLessThan(Duration.ofSeconds(2));
    assertThat(token.getId()).isNotBlank();
  }

  @Test
  void withoutMoreTheUserIsNamedLikeTheRoleAndActsEverywhere() throws Exception {
    var token = token(Map.of("role", "office"));

    assertThat(token.getSubject()).isEqualTo("office");
    assertThat(token.getClaimAsString("jurisdiction")).isEqualTo("*");
    assertThat(token.hasClaim("unit")).isFalse();
  }

  @Test
  void everyRoleOfThePlatformCanBeHad() throws Exception {
    for (var role :
        List.of(
            "monitoring",
            "office",
            "headquarters",
            "experts",
            "publicity",
            "supervision",
            "liaison",
            "operator")) {
      assertThat(token(Map.of("role", role)).getClaimAsStringList("roles")).containsExactly(role);
    }
  }

  @Test
  void aRoleThatDoesNotExistIsRefusedByName() throws Exception {
    var answer = ask(console, secret(), Map.of("role", "mayor"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("error").asString()).isEqualTo("invalid_request");
    assertThat(json(answer).path("error_description").asString()).contains("'mayor'");
  }

  @Test
  void aRequestWithoutARoleIsRefused() throws Exception {
    assertThat(ask(console, secret(), Map.of()).statusCode()).isEqualTo(400);
  }

  @Test
  void aJurisdictionThatIsNoCodeIsRefused() throws Exception {
    var answer = ask(console, secret(), Map.of("role", "office", "jurisdiction", "昌吉"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("error_description").asString()).contains("'jurisdiction'");
  }

  @Test
  void nobodyGetsATokenWithoutTheClientsSecret() throws Exception {
    assertThat(ask(console, "guessed", Map.of("role", "office")).statusCode()).isEqualTo(401);
  }

  @Test
  void aMachineClientIsItselfHandsInAndActsForItsPlace() throws Exception {
    var answer = ask(console, "changji-model", secretOf("machine-changji-model"), Map.of());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    var token =
        decoder(console, "changji-model").decode(json(answer).path("access_token").asString());
    assertThat(token.getSubject()).isEqualTo("changji-model");
    assertThat(token.getClaimAsStringList("roles")).containsExactly("monitoring");
    assertThat(token.getClaimAsString("jurisdiction")).isEqualTo("652300");
    assertThat(Duration.between(token.getIssuedAt(), token.getExpiresAt())).hasHours(1);
  }

  @Test
  void aMachineClientCannotBeSomebodyElse() throws Exception {
    for (var parameters : List.of(Map.of("role", "headquarters"), Map.of("user", "张三"))) {
      assertThat(
              ask(console, "changji-model", secretOf("machine-changji-model"), parameters)
                  .statusCode())
          .isEqualTo(400);
    }
    assertThat(ask(console, "changji-model", secret(), Map.of()).statusCode()).isEqualTo(401);
    assertThat(ask(console, "unknown-model", secret(), Map.of()).statusCode()).isEqualTo(401);
  }

  @Test
  void aListOfMachineClientsThatIsWrongKeepsTheConsoleDown(@TempDir Path other) throws Exception {
    for (var line : List.of("changji-model = 昌吉", "lantian-token = *", "A = 652300")) {
      Files.writeString(other.resolve(MachineClients.FILE), line);
      assertThatThrownBy(() -> MachineClients.in(other)).hasMessageContaining(MachineClients.FILE);
    }
  }

  @Test
  void secretsAreReadableByTheirOwnerOnly() throws Exception {
    for (var name :
        List.of(TokenClient.SECRET_FILE, "machine-changji-model", "issuer-rs256.json")) {
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(data.resolve("secrets").resolve(name))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void aTokenStillHoldsAfterARestart() throws Exception {
    var token = token(Map.of("role", "office"));

    try (var again = start("local")) {
      assertThat(decoder(again).decode(token.getTokenValue()).getId()).isEqualTo(token.getId());
    }
  }

  @Test
  void thePublicKeyAloneIsPublished() throws Exception {
    var keys = get(console, "/oauth2/jwks");

    assertThat(json(keys).path("keys")).hasSize(1);
    assertThat(json(keys).path("keys").get(0).has("d")).isFalse();
  }

  @Test
  void discoveryNamesTheIssuer() throws Exception {
    assertThat(json(get(console, "/.well-known/openid-configuration")).path("issuer").asString())
        .isEqualTo(ISSUER);
  }

  @Test
  void elsewhereThanOnALocalMachineThereIsNoIssuer() throws Exception {
    try (var production = start("production")) {
      assertThat(ask(production, secret(), Map.of("role", "office")).statusCode()).isEqualTo(403);
      assertThat(get(production, "/oauth2/jwks").statusCode()).isEqualTo(403);
    }
  }

  private static ConfigurableApplicationContext start(String profile) {
    return ConsoleService.application()
        .run(
            "--spring.profiles.active=" + profile,
            "--spring.main.banner-mode=off",
            "--server.port=0",
            "--lantian.data-dir=" + data,
            "--lantian.issuer-uri=" + ISSUER);
  }

  private static Jwt token(Map<String, String> parameters) throws Exception {
    var answer = ask(console, secret(), parameters);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return decoder(console).decode(json(answer).path("access_token").asString());
  }

  /** As strict as a service is: signature, algorithm, type, issuer, audience, life. */
  private static NimbusJwtDecoder decoder(ConfigurableApplicationContext where) {
    return decoder(where, TokenClient.ID);
  }

  private static NimbusJwtDecoder decoder(ConfigurableApplicationContext where, String clientId) {
    var decoder =
        NimbusJwtDecoder.withJwkSetUri(address(where) + "/oauth2/jwks")
            .jwsAlgorithm(SignatureAlgorithm.RS256)
            .validateType(false)
            .build();
    decoder.setJwtValidator(
        JwtValidators.createAtJwtValidator()
            .issuer(ISSUER)
            .audience("lantian")
            .clientId(clientId)
            .build());
    return decoder;
  }

  private static String secret() throws IOException {
    return secretOf(TokenClient.SECRET_FILE);
  }

  private static String secretOf(String file) throws IOException {
    return Files.readString(data.resolve("secrets").resolve(file)).strip();
  }

  private static HttpResponse<String> ask(
      ConfigurableApplicationContext where, String secret, Map<String, String> parameters)
      throws Exception {
    return ask(where, TokenClient.ID, secret, parameters);
  }

  private static HttpResponse<String> ask(
      ConfigurableApplicationContext where,
      String client,
      String secret,
      Map<String, String> parameters)
      throws Exception {
    var form =
        parameters.entrySet().stream()
            .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&", "grant_type=client_credentials&", ""));
    var credentials =
        Base64.getEncoder()
            .encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
    return LocalIssuerTest.client.send(
        HttpRequest.newBuilder(URI.create(address(where) + "/oauth2/token"))
            .header("Authorization", "Basic " + credentials)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(ConfigurableApplicationContext where, String path)
      throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(address(where) + path)).build(), BodyHandlers.ofString());
  }

  private static String address(ConfigurableApplicationContext where) {
    return "http://127.0.0.1:" + where.getEnvironment().getProperty("local.server.port");
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }
}
