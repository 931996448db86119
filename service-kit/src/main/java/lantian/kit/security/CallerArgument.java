package lantian.kit.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands a controller the {@link Caller} of the request. */
final class CallerArgument implements HandlerMethodArgumentResolver {

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType().equals(Caller.class);
  }

  @Override
  public Caller resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (!(authentication instanceof JwtAuthenticationToken token)) {
      throw new IllegalStateException("a caller is asked for on an endpoint without a token");
    }
    var jwt = token.getToken();
    return new Caller(
        Optional.ofNullable(jwt.getSubject()).orElse("?"),
        rolesOf(jwt),
        Optional.ofNullable(jwt.getClaimAsString("jurisdiction")).orElse(""),
        jwt.getClaimAsString("unit"),
        jwt.getId(),
        signedInAt(jwt));
  }

  /** What cannot be read as a time says nothing of when somebody signed in. */
  private static @Nullable Instant signedInAt(Jwt jwt) {
    return jwt.getClaim("auth_time") instanceof Number seconds
        ? Instant.ofEpochSecond(seconds.longValue())
        : null;
  }

  static Set<Role> rolesOf(Jwt jwt) {
    return Optional.ofNullable(jwt.getClaimAsStringList("roles")).orElse(List.of()).stream()
        .flatMap(claim -> Role.ofClaim(claim).stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
