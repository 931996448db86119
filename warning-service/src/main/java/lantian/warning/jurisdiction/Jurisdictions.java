package lantian.warning.jurisdiction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The places that the service knows. */
public interface Jurisdictions {

  /** Every one, also those that are only looked at beside others. */
  List<Jurisdiction> known();

  /** Those for which there are warnings. */
  default List<Jurisdiction> all() {
    return known().stream().filter(Jurisdiction::warned).toList();
  }

  default Optional<Jurisdiction> find(String code) {
    return known().stream().filter(jurisdiction -> jurisdiction.code().equals(code)).findFirst();
  }

  /** The places within which this one lies, the nearest first. */
  default List<Jurisdiction> above(Jurisdiction place) {
    List<Jurisdiction> above = new ArrayList<>();
    String within = place.within();
    while (within != null) {
      Jurisdiction next = find(within).orElseThrow();
      above.add(next);
      within = next.within();
    }
    return above;
  }

  /** The places that lie within this one, by code. */
  default List<Jurisdiction> below(Jurisdiction place) {
    return known().stream()
        .filter(each -> above(each).stream().anyMatch(up -> up.code().equals(place.code())))
        .sorted(java.util.Comparator.comparing(Jurisdiction::code))
        .toList();
  }
}
