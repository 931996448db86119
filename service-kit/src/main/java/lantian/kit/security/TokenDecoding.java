package lantian.kit.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.web.client.RestTemplate;

/**
 * Accepts the tokens of one OIDC provider ({@code LANTIAN_ISSUER_URI}) for this platform alone:
 * signed by an asymmetric key, issuer, audience and time checked. The provider is asked at the
 * first token, so that a service starts without it; both {@code at+jwt} (RFC 9068) and {@code JWT}
 * are taken as the type.
 */
@Configuration(proxyBeanMethods = false)
public class TokenDecoding {
  private static final String AUDIENCE = "lantian";

  @Bean
  @ConditionalOnMissingBean(JwtDecoder.class)
  JwtDecoder jwtDecoder(
      @Value("${lantian.issuer-uri}") String issuer,
      @Value("${lantian.issuer-timeout}") Duration timeout) {
    return askingFor(issuer, timeout);
  }

  /** Asks the issuer for its keys with the first token, and again until it has them. */
  public static JwtDecoder askingFor(String issuer, Duration timeout) {
    var decoder = new SupplierJwtDecoder(() -> decoderOf(issuer, timeout));
    return token -> {
      try {
        return decoder.decode(token);
      } catch (JwtDecoderInitializationException e) {
        // Not a fault of the token, nor of ours: it is asked for again with the next request.
        throw new JwtException("the issuer does not answer", e);
      }
    };
  }

  static JwtDecoder decoderOf(String issuer, Duration timeout) {
    var decoder =
        NimbusJwtDecoder.withIssuerLocation(issuer)
            .restOperations(within(timeout))
            .jwsAlgorithms(
                algorithms -> {
                  algorithms.clear();
                  algorithms.addAll(
                      List.of(
                          SignatureAlgorithm.ES256,
                          SignatureAlgorithm.RS256,
                          SignatureAlgorithm.PS256));
                })
            .validateType(false)
            .jwtProcessorCustomizer(
                processor ->
                    processor.setJWSTypeVerifier(
                        new DefaultJOSEObjectTypeVerifier<>(
                            new JOSEObjectType("at+jwt"), JOSEObjectType.JWT, null)))
            .build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            new JwtTimestampValidator(),
            new JwtIssuerValidator(issuer),
            new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD, audience -> audience != null && audience.contains(AUDIENCE))));
    return decoder;
  }

  /** The library's own half a second is too short for an issuer that has just been started. */
  private static RestTemplate within(Duration timeout) {
    var requests = new SimpleClientHttpRequestFactory();
    requests.setConnectTimeout(timeout);
    requests.setReadTimeout(timeout);
    return new RestTemplate(requests);
  }
}
