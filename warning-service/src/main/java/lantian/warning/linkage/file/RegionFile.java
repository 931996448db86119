package lantian.warning.linkage.file;

import java.util.List;
import lantian.warning.datafile.DataFile;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.linkage.Region;
import lantian.warning.linkage.Regions;
import org.springframework.stereotype.Component;

/** The regions as {@code regions.yaml} lists them; each place must be a known one. */
@Component
final class RegionFile implements Regions {
  private final List<Region> regions;

  RegionFile(Jurisdictions jurisdictions) {
    regions = List.copyOf(DataFile.read("regions.yaml", Listing.class).regions());
    for (Region region : regions) {
      for (String code : region.places()) {
        if (jurisdictions.find(code).isEmpty()) {
          throw new IllegalStateException(
              "regions.yaml: " + region.code() + " names an unknown place " + code);
        }
      }
    }
  }

  @Override
  public List<Region> all() {
    return regions;
  }

  record Listing(List<Region> regions) {}
}
