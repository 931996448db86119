package lantian.warning.proposal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantian.events.Mode;
import lantian.warning.damping.RunOutlook;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.policy.Policy;

/** Joins what was measured with the latest forecast. */
public interface Outlooks {

  Outlook of(Jurisdiction jurisdiction, Mode mode, Instant now);

  /**
   * What was known at an earlier moment: the hours measured up to then and the run that stood then.
   * Hours that were corrected since are taken as they are now.
   */
  Outlook asKnownAt(Jurisdiction jurisdiction, Mode mode, Instant then);

  /**
   * What each of the runs issued last says, seen from now: of those that had arrived and are not
   * over. The newest first.
   *
   * @param policy by which daily values are read and history is joined
   */
  List<RunOutlook> ofLatestRuns(
      Jurisdiction jurisdiction, Mode mode, Policy policy, Instant now, int most);

  /** The run that counts. */
  Optional<UUID> latestForecast(String jurisdiction, Mode mode, Instant now);
}
