package lantian.warning.policy;

import java.util.Set;

/**
 * Who may approve in the approvers' stead once the approval deadline has passed: everybody of these
 * roles, and these persons whatever approving role they have. Nobody stands in before.
 *
 * @param roles roles as in the token's claim
 * @param persons names as in the token's claim
 */
public record StandIns(Set<String> roles, Set<String> persons) {
  public static final StandIns NOBODY = new StandIns(Set.of(), Set.of());

  public StandIns {
    roles = Set.copyOf(roles);
    persons = Set.copyOf(persons);
  }
}
