package lantian.warning.linkage;

import java.util.List;

/** The regions that answer together. */
public interface Regions {
  List<Region> all();
}
