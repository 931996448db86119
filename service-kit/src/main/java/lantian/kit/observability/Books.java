package lantian.kit.observability;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What must agree in a service's own database, where it does not. Each invariant is asked with a
 * limited query; a service has one bean of this type.
 */
public interface Books {

  /**
   * How many entries differ, by the name of the invariant; 0 where all agree.
   *
   * @param now business time
   * @param patience how long entries may differ, as their work is still going on
   */
  Map<String, Long> imbalances(Instant now, Duration patience);
}
