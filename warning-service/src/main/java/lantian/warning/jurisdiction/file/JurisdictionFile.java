package lantian.warning.jurisdiction.file;

import java.util.List;
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
  }

  @Override
  public List<Jurisdiction> all() {
    return jurisdictions;
  }

  record Listing(List<Jurisdiction> jurisdictions) {}
}
