package lantian.warning.proposal;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who acts on a proposal, with the roles of the token.
 *
 * @param signIn null where the token does not say when and by which token the person signed in
 */
public record Person(String name, Set<String> roles, @Nullable SignIn signIn) {
  public Person {
    roles = Set.copyOf(roles);
    if (name.isBlank()) {
      throw new IllegalArgumentException("a person has a name");
    }
  }

  /** Of whom it is not known when they signed in. */
  public Person(String name, Set<String> roles) {
    this(name, roles, null);
  }

  /** The role in which the person may act; null where there is none. */
  @Nullable String roleAmong(Set<String> wanted) {
    TreeSet<String> both = new TreeSet<>(roles);
    both.retainAll(wanted);
    return both.isEmpty() ? null : both.first();
  }
}
