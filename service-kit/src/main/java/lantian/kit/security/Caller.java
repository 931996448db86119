package lantian.kit.security;

import java.time.Instant;
import java.util.Set;
import lantian.kit.web.Problem;
import lantian.kit.web.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * The person behind a request, from the token: a controller method takes one as an argument. {@code
 * jurisdiction} is a code or {@value #EVERYWHERE}; {@code unit} is set for liaisons.
 *
 * @param tokenId {@code jti}; null where the issuer gives none
 * @param signedInAt {@code auth_time}, when the person last proved who they are, by the machine's
 *     clock; null where the issuer does not say
 */
public record Caller(
    String subject,
    Set<Role> roles,
    String jurisdiction,
    @Nullable String unit,
    @Nullable String tokenId,
    @Nullable Instant signedInAt) {
  public static final String EVERYWHERE = "*";

  public Caller {
    roles = Set.copyOf(roles);
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }

  public boolean hasOnly(Role role) {
    return roles.equals(Set.of(role));
  }

  /** Whether the caller acts for one of these jurisdictions. */
  public boolean actsFor(String... jurisdictions) {
    if (jurisdiction.equals(EVERYWHERE)) {
      return true;
    }
    for (var code : jurisdictions) {
      if (jurisdiction.equals(code)) {
        return true;
      }
    }
    return false;
  }

  /** Refuses a caller who acts for none of these jurisdictions. */
  public void requireJurisdiction(String... jurisdictions) {
    if (!actsFor(jurisdictions)) {
      throw Problem.of(ProblemType.FORBIDDEN, "kit.jurisdiction", jurisdictions[0]);
    }
  }

  /** Refuses a caller who has none of these roles. */
  public void requireAnyRole(Role... any) {
    for (var role : any) {
      if (has(role)) {
        return;
      }
    }
    throw Problem.of(ProblemType.FORBIDDEN, "kit.role");
  }
}
