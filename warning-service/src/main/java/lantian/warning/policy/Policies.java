package lantian.warning.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import lantian.warning.jurisdiction.Jurisdiction;

/** All policies that the service knows, each id in one version. */
public interface Policies {

  List<Policy> all();

  /** By id ({@code national-2024}) or by reference ({@code national-2024@1}). */
  default Optional<Policy> find(String name) {
    return all().stream()
        .filter(policy -> policy.id().equals(name) || policy.reference().equals(name))
        .findFirst();
  }

  /** As {@link #find}, for a name that is known to exist. */
  default Policy named(String name) {
    return find(name).orElseThrow(() -> new NoSuchElementException("no policy " + name));
  }

  /**
   * The jurisdiction's policy on a date: of those it lists the one that took effect last; the
   * earliest for dates before all of them.
   */
  default Policy inForce(Jurisdiction jurisdiction, LocalDate on) {
    Comparator<Policy> byDate = Comparator.comparing(Policy::effectiveFrom);
    return listed(jurisdiction)
        .filter(policy -> !policy.effectiveFrom().isAfter(on))
        .max(byDate)
        .or(() -> listed(jurisdiction).min(byDate))
        .orElseThrow();
  }

  private Stream<Policy> listed(Jurisdiction jurisdiction) {
    return jurisdiction.policies().stream().map(this::named);
  }
}
