package lantian.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantian.kit.security.EndpointRoles;
import lantian.kit.security.ResourceServerConfiguration;
import lantian.kit.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who really gets in: every endpoint of a running service, those that the kit gives to all as well,
 * is asked by every role and by somebody without a token, with every method. Whom the table does
 * not name is refused with 403, or 401 without a token; whom it names gets any other answer but
 * that, and no error of the service's own. The requests are empty and name what does not exist, so
 * that nothing is changed by them.
 */
public final class EndpointAccess {
  private static final List<HttpMethod> METHODS =
      List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE);
  private static final int UNAUTHENTICATED = 401;
  private static final int FORBIDDEN = 403;
  private static final int SERVICE_FAILED = 500;

  private final List<EndpointRoles.Entry> entries;
  private final Rest rest;
  private final List<String> objections = new ArrayList<>();
  private int asked;

  private EndpointAccess(EndpointRoles table, Rest rest) {
    this.entries = ResourceServerConfiguration.entries(table);
    this.rest = rest;
  }

  /**
   * Asks the service behind {@code rest}, fails with every answer that is not as {@code table}
   * says, and gives how many there were.
   */
  public static int mustBe(EndpointRoles table, Rest rest) {
    var access = new EndpointAccess(table, rest);
    access.entries.stream().map(EndpointRoles.Entry::path).distinct().forEach(access::ask);
    if (!access.objections.isEmpty()) {
      throw new AssertionError(String.join("\n", access.objections));
    }
    return access.asked;
  }

  private void ask(String pattern) {
    var path = pattern.replace("/**", "").replaceAll("\\{[^}]+}|\\*", UUID.randomUUID().toString());
    for (var method : METHODS) {
      var entry = entries.stream().filter(e -> matches(e, method, path)).findFirst();
      ask(method, path, entry, null);
      for (var role : Role.values()) {
        ask(method, path, entry, role);
      }
    }
  }

  private void ask(
      HttpMethod method, String path, Optional<EndpointRoles.Entry> entry, @Nullable Role role) {
    asked++;
    var status = statusOf(method, path, role);
    var open = entry.filter(EndpointRoles.Entry::isOpen).isPresent();
    var let = open || role != null && entry.filter(e -> e.roles().contains(role)).isPresent();
    var refused = role == null ? UNAUTHENTICATED : FORBIDDEN;
    var asExpected =
        let
            ? status != UNAUTHENTICATED && status != FORBIDDEN && status < SERVICE_FAILED
            : status == refused;
    if (!asExpected) {
      objections.add(
          "%s %s by %s: %d, but the table says %s"
              .formatted(
                  method,
                  path,
                  role == null ? "nobody" : role.claim(),
                  status,
                  let ? "let in" : "refused"));
    }
  }

  private int statusOf(HttpMethod method, String path, @Nullable Role role) {
    var caller = rest.withToken(tokenOf(role)).ifMatch(1);
    var answer =
        switch (method.name()) {
          case "GET" -> caller.get(path);
          case "POST" -> caller.post(path, "{}");
          case "PUT" -> caller.put(path, "{}");
          case "DELETE" -> caller.delete(path);
          default -> throw new IllegalArgumentException(method.name());
        };
    return answer.status();
  }

  /** A liaison has a unit: without one it is refused later on, for another reason. */
  private static @Nullable String tokenOf(@Nullable Role role) {
    if (role == null) {
      return null;
    }
    return TestTokens.of(role, role.claim(), "*", role == Role.LIAISON ? "unit" : null);
  }

  private static boolean matches(EndpointRoles.Entry entry, HttpMethod method, String path) {
    return entry.method().equals(method)
        && PathPatternParser.defaultInstance
            .parse(entry.path())
            .matches(PathContainer.parsePath(path));
  }
}
