package lantian.reporting.episode;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import lantian.events.Text;

/** The units of each warning, as the latest revision that concerns them has left them. */
public interface AskedUnits {

  /** Keeps it, unless a revision that is not older is known. */
  void keep(AskedUnit asked);

  /** What these units are called, as far as it is known. */
  Map<String, Text> names(UUID warning, Collection<String> units);
}
