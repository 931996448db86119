package lantian.warning.proposal;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Somebody who acts on a proposal, with the roles of the token. */
public record Person(String name, Set<String> roles) {
  public Person {
    roles = Set.copyOf(roles);
    if (name.isBlank()) {
      throw new IllegalArgumentException("a person has a name");
    }
  }

  /** The role in which the person may act; null where there is none. */
  @Nullable String roleAmong(Set<String> wanted) {
    TreeSet<String> both = new TreeSet<>(roles);
    both.retainAll(wanted);
    return both.isEmpty() ? null : both.first();
  }
}
