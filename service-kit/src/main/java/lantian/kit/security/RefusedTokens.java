package lantian.kit.security;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Counts the tokens that were refused: many of them are somebody who tries, or a program whose
 * token has run out. Nothing of the token is kept.
 */
final class RefusedTokens {
  private final Counter claims;
  private final Counter forged;

  RefusedTokens(MeterRegistry metrics) {
    claims = counter(metrics, "CLAIMS");
    forged = counter(metrics, "FORGED");
  }

  /** One that cannot be checked, as nobody says by which keys, is not refused. */
  void count(AuthenticationException why) {
    if (why instanceof AuthenticationServiceException) {
      return;
    }
    // Signed by the issuer, but over, for somebody else, or not yet; else by nobody whom we know.
    (why.getCause() instanceof JwtValidationException ? claims : forged).increment();
  }

  private static Counter counter(MeterRegistry metrics, String reason) {
    return Counter.builder("tokens.refused")
        .description("Tokens that were refused, answered 401")
        .tag("reason", reason)
        .register(metrics);
  }
}
