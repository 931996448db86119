package lantian.warning;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import lantian.testing.BrokerAndDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Tokens that somebody made themselves, before the service as it is started elsewhere. */
@DisplayName("F26: forged, foreign and run out tokens get nobody in")
class ForgedTokensTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final AtomicInteger ASKED_OF_THE_FORGER = new AtomicInteger();
  private static final RSAKey KEY = key("issuer");
  private static final RSAKey FORGERS = key("issuer");

  private static HttpServer issuer;
  private static ConfigurableApplicationContext service;
  private static volatile boolean issuerAway;

  @BeforeAll
  static void theServiceTrustsOneIssuer() throws Exception {
    issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer.createContext(
        "/.well-known/openid-configuration",
        exchange ->
            answer(
                exchange,
                "{\"issuer\": \"%s\", \"jwks_uri\": \"%s/keys\", \"subject_types_supported\": [\"public\"]}"
                    .formatted(address(), address())));
    issuer.createContext(
        "/keys", exchange -> answer(exchange, new JWKSet(KEY.toPublicJWK()).toString()));
    issuer.createContext(
        "/forger",
        exchange -> {
          ASKED_OF_THE_FORGER.incrementAndGet();
          answer(exchange, new JWKSet(FORGERS.toPublicJWK()).toString());
        });
    issuer.start();
    service =
        WarningService.application()
            .run(
                "--server.port=0",
                "--lantian.kafka=127.0.0.1:1",
                "--lantian.db.url=" + BrokerAndDatabase.newDatabase(),
                "--lantian.db.user=postgres",
                "--lantian.issuer-uri=" + address(),
                "--lantian.instance-id=forged",
                "--lantian.warning.signing.key=" + SigningKeys.fresh());
  }

  @AfterAll
  static void theyStop() {
    service.close();
    issuer.stop(0);
  }

  @Test
  void whatNobodyButTheIssuerCouldSignIsRefusedAndCounted() throws Exception {
    assertThat(ask(good()).statusCode()).isEqualTo(200);
    var refused = new LinkedHashMap<String, String>();
    refused.put(
        "signed by somebody else under the issuer's kid", signed(header(), claims(), FORGERS));
    refused.put(
        "run out", signed(header(), claims().expirationTime(ago(Duration.ofMinutes(2))), KEY));
    refused.put(
        "not yet", signed(header(), claims().notBeforeTime(ago(Duration.ofMinutes(-5))), KEY));
    refused.put("alg none", new PlainJWT(claims().build()).serialize());
    refused.put("alg none, capitals", unsigned("NoNe"));
    refused.put("HS256 with the public key", hmacWithThePublicKey());
    refused.put("for others", signed(header(), claims().audience("others"), KEY));
    refused.put("for nobody", signed(header(), claims().audience((String) null), KEY));
    refused.put("of another issuer", signed(header(), claims().issuer("http://127.0.0.1:1"), KEY));
    refused.put(
        "an id token's type",
        signed(header().type(new JOSEObjectType("logout+jwt")), claims(), KEY));
    refused.put(
        "a kid that climbs",
        signed(header().keyID("../../../../../../dev/null"), claims(), FORGERS));
    refused.put("a kid that nobody knows", signed(header().keyID("unknown"), claims(), FORGERS));
    refused.put("SQL as kid", signed(header().keyID("' or 1=1 --"), claims(), FORGERS));
    refused.put(
        "keys from elsewhere",
        signed(header().jwkURL(URI.create(address() + "/forger")), claims(), FORGERS));
    refused.put(
        "certificates from elsewhere",
        signed(header().x509CertURL(URI.create(address() + "/forger")), claims(), FORGERS));
    refused.put("its own key", signed(header().jwk(FORGERS.toPublicJWK()), claims(), FORGERS));
    refused.put("another content", withAnotherRole(good()));
    refused.put("no signature", good().substring(0, good().lastIndexOf('.') + 1));
    refused.put("no token", "abc");
    refused.put("a crowd of dots", "....");

    double before = counted();
    for (var token : refused.entrySet()) {
      var answer = ask(token.getValue());
      assertThat(answer.statusCode()).as(token.getKey()).isEqualTo(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate"))
          .as(token.getKey())
          .hasValue("Bearer");
      assertThat(answer.body())
          .as(token.getKey())
          .contains("/problems/unauthenticated")
          .doesNotContain("Exception", "nimbus", "springframework", "at lantian", token.getValue());
    }
    assertThat(counted() - before).isEqualTo(refused.size());
    assertThat(ASKED_OF_THE_FORGER).hasValue(0);
  }

  @Test
  void aTokenIsTakenFromItsHeaderAlone() throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(policies() + "?access_token=" + good())).build();
    assertThat(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(401);
  }

  @Test
  void whileTheIssuerIsAwayItsKnownKeysHoldAndNoOthers() throws Exception {
    assertThat(ask(good()).statusCode()).isEqualTo(200);
    issuerAway = true;
    try {
      assertThat(ask(good()).statusCode()).isEqualTo(200);
      assertThat(ask(signed(header(), claims(), FORGERS)).statusCode()).isEqualTo(401);
      // A key that it may have made since: nobody can say so now, but nobody gets in by it.
      var unknown = ask(signed(header().keyID("unknown"), claims(), FORGERS));
      assertThat(unknown.statusCode()).isIn(401, 503);
    } finally {
      issuerAway = false;
    }
  }

  private static String good() throws Exception {
    return signed(header(), claims(), KEY);
  }

  private static JWSHeader.Builder header() {
    return new JWSHeader.Builder(JWSAlgorithm.RS256)
        .type(new JOSEObjectType("at+jwt"))
        .keyID(KEY.getKeyID());
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(address())
        .audience("lantian")
        .subject("li")
        .expirationTime(ago(Duration.ofHours(-1)))
        .claim("roles", List.of("headquarters"))
        .claim("jurisdiction", "*");
  }

  private static Date ago(Duration time) {
    return Date.from(Instant.now().minus(time));
  }

  private static String signed(JWSHeader.Builder header, JWTClaimsSet.Builder claims, RSAKey by)
      throws Exception {
    return signed(header, claims, new RSASSASigner(by));
  }

  private static String signed(
      JWSHeader.Builder header, JWTClaimsSet.Builder claims, JWSSigner signer) throws Exception {
    var token = new SignedJWT(header.build(), claims.build());
    token.sign(signer);
    return token.serialize();
  }

  private static String hmacWithThePublicKey() throws Exception {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.HS256)
            .type(new JOSEObjectType("at+jwt"))
            .keyID(KEY.getKeyID());
    return signed(header, claims(), new MACSigner(KEY.toRSAPublicKey().getEncoded()));
  }

  private static String unsigned(String algorithm) {
    UnaryOperator<String> encoded =
        text ->
            java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    return encoded.apply("{\"alg\": \"" + algorithm + "\", \"typ\": \"at+jwt\"}")
        + "."
        + encoded.apply(claims().build().toString())
        + ".";
  }

  private static String withAnotherRole(String token) throws Exception {
    var parts = token.split("\\.");
    var other = claims().claim("roles", List.of("operator")).build().toString();
    return parts[0]
        + "."
        + java.util.Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(other.getBytes(StandardCharsets.UTF_8))
        + "."
        + parts[2];
  }

  private static HttpResponse<String> ask(String token) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(policies())).header("Authorization", "Bearer " + token);
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String policies() {
    return "http://127.0.0.1:"
        + service.getEnvironment().getProperty("local.server.port")
        + "/api/v1/policies";
  }

  private static double counted() {
    return service
        .getBean(io.micrometer.core.instrument.MeterRegistry.class)
        .find("tokens.refused")
        .counters()
        .stream()
        .mapToDouble(io.micrometer.core.instrument.Counter::count)
        .sum();
  }

  private static String address() {
    return "http://127.0.0.1:" + issuer.getAddress().getPort();
  }

  private static void answer(HttpExchange exchange, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(issuerAway ? 503 : 200, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
