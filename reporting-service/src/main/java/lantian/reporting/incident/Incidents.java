package lantian.reporting.incident;

import java.time.Instant;
import java.util.List;
import lantian.reporting.incident.Incident.Bounds;

/** All incidents of this moment. */
public interface Incidents {

  /** One a place and mode: the warning in force there, or else the one lifted last. */
  List<Incident> current(Instant now, Bounds bounds);
}
