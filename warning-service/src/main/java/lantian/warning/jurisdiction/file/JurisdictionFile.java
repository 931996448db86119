package lantian.warning.jurisdiction.file;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lantian.warning.datafile.DataFile;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.jurisdiction.Jurisdictions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The jurisdictions as {@code jurisdictions.yaml} lists them, and those of the installation's own
 * file of the same form, {@code lantian.warning.more-jurisdictions}. A file that does not hold
 * together keeps the service down.
 */
@Component
public final class JurisdictionFile implements Jurisdictions {
  private static final String PACKAGED = "jurisdictions.yaml";

  private final List<Jurisdiction> jurisdictions;
  private final Map<String, Jurisdiction> byCode = new LinkedHashMap<>();

  /**
   * @param more a file; blank: there is none
   */
  public JurisdictionFile(@Value("${lantian.warning.more-jurisdictions:}") String more) {
    DataFile.read(PACKAGED, Listing.class).jurisdictions().forEach(place -> add(place, PACKAGED));
    if (!more.isBlank()) {
      DataFile.read(Path.of(more), Listing.class)
          .jurisdictions()
          .forEach(place -> add(place, more));
    }
    jurisdictions = List.copyOf(byCode.values());
  }

  /** In the order of a tree, each place after the one it lies within. */
  private void add(Jurisdiction place, String file) {
    String within = place.within();
    if (within != null && !byCode.containsKey(within)) {
      throw new IllegalStateException(
          file + ": " + place.code() + " lies within " + within + ", not above it");
    }
    if (byCode.putIfAbsent(place.code(), place) != null) {
      throw new IllegalStateException(file + ": " + place.code() + " stands twice");
    }
  }

  @Override
  public List<Jurisdiction> known() {
    return jurisdictions;
  }

  @Override
  public Optional<Jurisdiction> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  record Listing(List<Jurisdiction> jurisdictions) {}
}
