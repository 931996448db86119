package lantian.warning.roster;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Says whether somebody may decide at this moment, whatever their token says. */
@Service
public class AskingRoster {
  /** The roles that decide on proposals. */
  public static final Set<String> DECIDING = Set.of("office", "headquarters");

  private final Roster roster;

  public AskingRoster(Roster roster) {
    this.roster = roster;
  }

  /** Of somebody whose token vouches for one of these roles, in the transaction of the decision. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean admits(String person, Set<String> roles, String place) {
    if (roster.stands(person, roles, place)) {
      return true;
    }
    for (String role : new TreeSet<>(roles)) {
      roster.enterOnFirstUse(person, role, place);
    }
    return roster.stands(person, roles, place);
  }

  /** Of somebody who has decided before. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean stillStands(String person, Set<String> roles, String place) {
    return roster.stands(person, roles, place);
  }
}
