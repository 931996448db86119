package lantian.warning.roster;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everybody who may decide, or might once. Each question is about this moment, by machine time. */
public interface Roster {

  /** All entries, by place, role and person; those that ended too, or not. */
  List<RosterEntry> list(boolean endedToo);

  Optional<RosterEntry> find(UUID id);

  /** Adds one that holds nothing yet; gives its id. */
  UUID add(Wanted wanted, String by);

  /** Puts one into force that waits for it; false where another was faster. */
  boolean confirm(UUID id, String by);

  /** Ends one for good; false where another was faster. */
  boolean end(UUID id, String by, @Nullable String why);

  /**
   * Whether somebody of the headquarters stands who could confirm for this place, but for these.
   */
  boolean hasConfirmer(String jurisdiction, Set<String> butFor);

  /**
   * Whether the person stands in one of these roles for this place. Who does is held until the
   * transaction ends: nobody is ended while a decision of theirs is under way.
   */
  boolean stands(String person, Set<String> roles, String place);

  /**
   * On a local platform enters the person who was never entered for this place before; elsewhere
   * nobody.
   */
  void enterOnFirstUse(String person, String role, String place);

  /**
   * Whether the service works under a role that owns nothing, so that the database can refuse it.
   */
  boolean isHeldByTheDatabase();

  /**
   * An entry as somebody asks for it.
   *
   * @param validFrom null: from now
   */
  record Wanted(
      String person,
      String role,
      String jurisdiction,
      @Nullable String deputyFor,
      @Nullable Instant validFrom,
      @Nullable Instant validTo) {}
}
