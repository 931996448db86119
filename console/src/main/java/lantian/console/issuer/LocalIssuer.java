package lantian.console.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Spring Security's authorization server with one client for people, those of machines, and one
 * RS256 key, all made once and kept in the data folder. RSA, since every call of a demo is checked
 * by the JVM's first compiler alone, where an elliptic curve costs six times as much. It believes
 * its client about who somebody is, so it exists in the profile {@code local} only.
 */
@Configuration(proxyBeanMethods = false)
@Profile("local")
class LocalIssuer {

  private static final String KEY_FILE = "issuer-rs256.json";
  private static final Duration TOKEN_LIFE = Duration.ofHours(12);
  private static final Duration MACHINE_TOKEN_LIFE = Duration.ofHours(1);
  private static final int SECRET_BYTES = 24;
  private static final int KEY_BITS = 2048;
  private static final int LEAST_BCRYPT_STRENGTH = 4;

  private final Secrets secrets;
  private final MachineClients machines;

  LocalIssuer(@Value("${lantian.data-dir}") Path dataFolder) {
    this.secrets = new Secrets(dataFolder.resolve("secrets"));
    this.machines = MachineClients.in(dataFolder);
  }

  @Bean
  @Order(1)
  SecurityFilterChain issuerEndpoints(HttpSecurity http) {
    http.oauth2AuthorizationServer(
        issuer -> {
          http.securityMatcher(issuer.getEndpointsMatcher());
          issuer.oidc(Customizer.withDefaults());
        });
    return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated()).build();
  }

  @Bean
  AuthorizationServerSettings issuerSettings(@Value("${lantian.issuer-uri}") String issuer) {
    return AuthorizationServerSettings.builder().issuer(issuer).build();
  }

  @Bean
  RegisteredClientRepository clients(PasswordEncoder secretEncoder) {
    var clients = new ArrayList<RegisteredClient>();
    clients.add(client(TokenClient.ID, TokenClient.SECRET_FILE, TOKEN_LIFE, secretEncoder).build());
    for (var machine : machines.all()) {
      clients.add(
          client(machine.id(), machine.secretFile(), MACHINE_TOKEN_LIFE, secretEncoder)
              .clientSettings(
                  ClientSettings.builder()
                      .setting(RoleClaims.MACHINE_FOR, machine.jurisdiction())
                      .build())
              .build());
    }
    return new InMemoryRegisteredClientRepository(clients);
  }

  private RegisteredClient.Builder client(
      String id, String secretFile, Duration tokenLife, PasswordEncoder secretEncoder) {
    return RegisteredClient.withId(id)
        .clientId(id)
        .clientSecret(secretEncoder.encode(secrets.keep(secretFile, LocalIssuer::randomSecret)))
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(tokenLife).build());
  }

  /** The secret is 192 random bits, which no slow hash has to protect. */
  @Bean
  PasswordEncoder secretEncoder() {
    return new BCryptPasswordEncoder(LEAST_BCRYPT_STRENGTH);
  }

  @Bean
  JWKSource<SecurityContext> issuerKey() throws ParseException {
    return new ImmutableJWKSet<>(
        new JWKSet(RSAKey.parse(secrets.keep(KEY_FILE, LocalIssuer::newKey))));
  }

  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> roleClaims() {
    return new RoleClaims();
  }

  private static String newKey() {
    try {
      return new RSAKeyGenerator(KEY_BITS)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyIDFromThumbprint(true)
          .generate()
          .toJSONString();
    } catch (JOSEException e) {
      throw new IllegalStateException("No RS256 key can be made here", e);
    }
  }

  private static String randomSecret() {
    var bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
