package lantian.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import lantian.kit.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Issues the tokens of tests, and has the service under test accept these alone. */
@TestConfiguration(proxyBeanMethods = false)
public class TestTokens {
  public static final String ISSUER = "http://issuer.test";
  private static final ECKey KEY = newKey();

  /** A token of a role that acts everywhere; the user is named as the role. */
  public static String of(Role role) {
    return of(role, role.claim(), "*", null);
  }

  public static String of(Role role, String user, String jurisdiction, @Nullable String unit) {
    return signed(claimsOf(role, user, jurisdiction, unit).build());
  }

  /** A token of somebody who signed in at that time, and of whom it says so under that id. */
  public static String signedInAt(
      Role role, String user, @Nullable Instant at, @Nullable String id) {
    return signed(
        claimsOf(role, user, "*", null)
            .jwtID(id)
            .claim("auth_time", at == null ? null : at.getEpochSecond())
            .build());
  }

  private static JWTClaimsSet.Builder claimsOf(
      Role role, String user, String jurisdiction, @Nullable String unit) {
    var now = Instant.now();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience("lantian")
            .subject(user)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(Duration.ofHours(1))))
            .jwtID(UUID.randomUUID().toString())
            .claim("auth_time", now.getEpochSecond())
            .claim("roles", List.of(role.claim()))
            .claim("jurisdiction", jurisdiction);
    return unit == null ? claims : claims.claim("unit", unit);
  }

  private static String signed(JWTClaimsSet claims) {
    var token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(KEY.getKeyID()).build(), claims);
    try {
      token.sign(new ECDSASigner(KEY));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  @Bean
  @Primary
  JwtDecoder testJwtDecoder() throws JOSEException {
    var decoder =
        NimbusJwtDecoder.withJwkSource(
                new com.nimbusds.jose.jwk.source.ImmutableJWKSet<>(
                    new com.nimbusds.jose.jwk.JWKSet(KEY.toPublicJWK())))
            .jwsAlgorithm(org.springframework.security.oauth2.jose.jws.SignatureAlgorithm.ES256)
            .build();
    decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(ISSUER));
    return decoder;
  }

  private static ECKey newKey() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("test").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
