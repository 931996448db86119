package lantian.warning.policy;

import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import lantian.warning.jurisdiction.Jurisdiction;

/** All policies by which a place may be judged; a draft is none of them. */
public interface Policies {
  /** By which is judged where neither a policy nor a place is named. */
  String WITHOUT_A_PLACE = "national-2024";

  List<Policy> all();

  /** By reference ({@code national-2024@1}), or by id: then its newest version. */
  Optional<Policy> find(String name);

  /** As {@link #find}, drafts too: to try out what nobody has put into force. */
  default Optional<Policy> findToTry(String name) {
    return find(name);
  }

  /** As {@link #find}, for a name that is known to exist. */
  default Policy named(String name) {
    return find(name).orElseThrow(() -> new NoSuchElementException("no policy " + name));
  }

  /**
   * The jurisdiction's policy at a moment, that of a forecast's issue: of those that hold there the
   * one that took effect last; the earliest for moments before all of them.
   */
  Policy inForce(Jurisdiction jurisdiction, Instant at);
}
