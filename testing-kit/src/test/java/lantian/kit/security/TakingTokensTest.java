package lantian.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

class TakingTokensTest {
  private static HttpServer provider;
  private static ECKey key;
  private static String issuer;
  private static JwtDecoder decoder;

  @BeforeAll
  static void aProvider() throws Exception {
    key = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer = "http://127.0.0.1:" + provider.getAddress().getPort();
    serve(
        "/.well-known/openid-configuration",
        "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/jwks\",\"subject_types_supported\":[\"public\"]}"
            .formatted(issuer, issuer));
    serve("/jwks", new JWKSet(key.toPublicJWK()).toString());
    provider.start();
    decoder = TokenDecoding.decoderOf(issuer, Duration.ofSeconds(5));
  }

  @AfterAll
  static void gone() {
    provider.stop(0);
  }

  private static void serve(String path, String body) {
    provider.createContext(
        path,
        exchange -> {
          try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
  }

  @Test
  void anAccessTokenAndAPlainJwtOfTheProviderAreTaken() throws Exception {
    assertThat(decoder.decode(signed("at+jwt", claims().build())).getSubject()).isEqualTo("li");
    assertThat(decoder.decode(signed("JWT", claims().build())).getSubject()).isEqualTo("li");
  }

  @Test
  void aTokenForAnotherAudienceIsRefused() throws Exception {
    refused(signed("at+jwt", claims().audience("another").build()));
    refused(signed("at+jwt", claims().audience((String) null).build()));
  }

  @Test
  void aTokenOfAnotherIssuerIsRefused() throws Exception {
    refused(signed("at+jwt", claims().issuer("http://elsewhere.test").build()));
  }

  @Test
  void anExpiredTokenIsRefused() throws Exception {
    refused(
        signed(
            "at+jwt", claims().expirationTime(Date.from(Instant.now().minusSeconds(120))).build()));
  }

  @Test
  void aTokenOfAnotherTypeIsRefused() throws Exception {
    refused(signed("logout+jwt", claims().build()));
  }

  @Test
  void aTokenWithoutASignatureIsRefused() {
    refused(new PlainJWT(claims().build()).serialize());
  }

  @Test
  void aTokenSignedWithThePublicKeyAsASecretIsRefused() throws Exception {
    var token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build(), claims().build());
    token.sign(new MACSigner(Arrays.copyOf(key.toECPublicKey().getEncoded(), 64)));
    refused(token.serialize());
  }

  @Test
  void aTokenOfAKeyThatTheProviderDoesNotHaveIsRefused() throws Exception {
    var other = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
    var token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k1").build(), claims().build());
    token.sign(new ECDSASigner(other));
    refused(token.serialize());
  }

  private static void refused(String token) {
    assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(JwtException.class);
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .audience("lantian")
        .subject("li")
        .issueTime(new Date())
        .expirationTime(Date.from(Instant.now().plusSeconds(600)));
  }

  private static String signed(String type, JWTClaimsSet claims) throws Exception {
    var token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID("k1")
                .type(new JOSEObjectType(type))
                .build(),
            claims);
    token.sign(new ECDSASigner(key));
    return token.serialize();
  }
}
