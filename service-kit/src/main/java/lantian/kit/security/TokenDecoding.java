package lantian.kit.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

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
  JwtDecoder jwtDecoder(@Value("${lantian.issuer-uri}") String issuer) {
    return new SupplierJwtDecoder(() -> decoderOf(issuer));
  }

  static JwtDecoder decoderOf(String issuer) {
    var decoder =
        NimbusJwtDecoder.withIssuerLocation(issuer)
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
}
