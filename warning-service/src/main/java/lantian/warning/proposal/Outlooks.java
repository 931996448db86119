package lantian.warning.proposal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import lantian.events.Mode;
import lantian.warning.jurisdiction.Jurisdiction;

/** Joins what was measured with the latest forecast. */
public interface Outlooks {

  Outlook of(Jurisdiction jurisdiction, Mode mode, Instant now);

  /**
   * What was known at an earlier moment: the hours measured up to then and the run that stood then.
   * Hours that were corrected since are taken as they are now.
   */
  Outlook asKnownAt(Jurisdiction jurisdiction, Mode mode, Instant then);

  /** The run that counts. */
  Optional<UUID> latestForecast(String jurisdiction, Mode mode, Instant now);
}
