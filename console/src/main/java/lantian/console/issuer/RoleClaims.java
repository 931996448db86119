package lantian.console.issuer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * Turns the parameters {@code role}, {@code user}, {@code unit} and {@code jurisdiction} of a token
 * request into claims, and makes the token what RFC 9068 wants of an access token.
 */
final class RoleClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

  private static final String AUDIENCE = "lantian";
  private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N} ._@-]{0,63}";
  private static final String JURISDICTION = "\\*|\\d{6}";

  /** The setting of a machine client that names the place it acts for. */
  static final String MACHINE_FOR = "lantian.machine-for";

  private static final List<String> OF_PEOPLE = List.of("role", "user", "unit", "jurisdiction");

  @Override
  public void customize(JwtEncodingContext context) {
    var parameters = parameters(context.getAuthorizationGrant());
    String machineFor = context.getRegisteredClient().getClientSettings().getSetting(MACHINE_FOR);
    if (machineFor != null) {
      customizeForMachine(context, parameters, machineFor);
      return;
    }
    var role =
        LocalRole.named(required(parameters, "role"))
            .orElseThrow(
                () ->
                    refused(
                        "unknown role \""
                            + ascii(required(parameters, "role"))
                            + "\"; see LocalRole for the roles"));
    var user = checked("user", optional(parameters, "user"), NAME, role.claim());
    var jurisdiction =
        checked("jurisdiction", optional(parameters, "jurisdiction"), JURISDICTION, "*");
    var unit = optional(parameters, "unit");

    context.getJwsHeader().algorithm(SignatureAlgorithm.RS256).type("at+jwt");
    context
        .getClaims()
        .subject(user)
        .audience(List.of(AUDIENCE))
        .claim("client_id", context.getRegisteredClient().getClientId())
        .claim("roles", List.of(role.claim()))
        .claim("jurisdiction", jurisdiction)
        // Whoever has the client's secret proves with each token who they are: it is a sign-in.
        .claim("auth_time", Instant.now().getEpochSecond());
    if (unit != null) {
      context.getClaims().claim("unit", checked("unit", unit, NAME, unit));
    }
  }

  /** A machine is itself and hands in; nobody can make another of it, least of all a person. */
  private static void customizeForMachine(
      JwtEncodingContext context, Map<String, Object> parameters, String jurisdiction) {
    if (OF_PEOPLE.stream().anyMatch(parameters::containsKey)) {
      throw refused("a machine client acts as itself: no role, user, unit or jurisdiction");
    }
    var id = context.getRegisteredClient().getClientId();
    context.getJwsHeader().algorithm(SignatureAlgorithm.RS256).type("at+jwt");
    context
        .getClaims()
        .subject(id)
        .audience(List.of(AUDIENCE))
        .claim("client_id", id)
        .claim("roles", List.of(LocalRole.MONITORING.claim()))
        .claim("jurisdiction", jurisdiction);
  }

  private static Map<String, Object> parameters(
      @Nullable OAuth2ClientCredentialsAuthenticationToken request) {
    return request == null ? Map.of() : request.getAdditionalParameters();
  }

  private static String required(Map<String, Object> parameters, String name) {
    var value = optional(parameters, name);
    if (value == null) {
      throw refused("parameter \"" + name + "\" is missing");
    }
    return value;
  }

  private static @Nullable String optional(Map<String, Object> parameters, String name) {
    var value = parameters.get(name);
    if (value != null && !(value instanceof String)) {
      throw refused("parameter \"" + name + "\" is given more than once");
    }
    return value == null || ((String) value).isBlank() ? null : (String) value;
  }

  private static String checked(
      String name, @Nullable String value, String pattern, String otherwise) {
    if (value == null) {
      return otherwise;
    }
    if (!value.matches(pattern)) {
      throw refused("parameter \"" + name + "\" is not right");
    }
    return value;
  }

  private static OAuth2AuthenticationException refused(String description) {
    // RFC 6749 5.2 allows neither quotation marks nor letters beyond ASCII in a description.
    return new OAuth2AuthenticationException(
        new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, description.replace('"', '\''), null));
  }

  private static String ascii(String text) {
    return text.replaceAll("[^\\x20-\\x7E]", "?").replace("\\", "?");
  }
}
