package lantian.warning.jurisdiction.file;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lantian.warning.datafile.DataFile;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.jurisdiction.Jurisdictions;
import org.springframework.stereotype.Component;

/** The jurisdictions as {@code jurisdictions.yaml} lists them. */
@Component
public final class JurisdictionFile implements Jurisdictions {
  private final List<Jurisdiction> jurisdictions;

  public JurisdictionFile() {
    jurisdictions = List.copyOf(DataFile.read("jurisdictions.yaml", Listing.class).jurisdictions());
    requireATree();
  }

  private void requireATree() {
    Set<String> seen = new HashSet<>();
    for (Jurisdiction place : jurisdictions) {
      String within = place.within();
      if (within != null && !seen.contains(within)) {
        throw new IllegalStateException(
            "jurisdictions.yaml: " + place.code() + " lies within " + within + ", not above it");
      }
      if (!seen.add(place.code())) {
        throw new IllegalStateException("jurisdictions.yaml: " + place.code() + " stands twice");
      }
    }
  }

  @Override
  public List<Jurisdiction> known() {
    return jurisdictions;
  }

  record Listing(List<Jurisdiction> jurisdictions) {}
}
