package lantian.warning.publication.lint;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import lantian.events.ChangeKind;
import lantian.warning.publication.Announcement;
import lantian.warning.publication.Finding;
import lantian.warning.publication.LintRule;
import lantian.warning.publication.Message;
import org.springframework.stereotype.Component;

/**
 * An end does not come before its begin and is not past; what is announced less than 24 hours ahead
 * is said to be. Series are hourly: an end within this hour is not past.
 */
@Component
final class DatesFollow implements LintRule {
  private static final Duration AHEAD = Duration.ofHours(24);

  @Override
  public List<Finding> look(Message message, Instant now) {
    Announcement told = message.announcement();
    var found = new ArrayList<Finding>();
    Instant validTo = told.validTo();
    if (validTo != null) {
      Instant hour = now.truncatedTo(ChronoUnit.HOURS);
      if (validTo.isBefore(hour)) {
        found.add(Finding.error("lint-end-is-past", "/validTo"));
      } else if (validTo.isBefore(told.validFrom().truncatedTo(ChronoUnit.HOURS))) {
        found.add(Finding.error("lint-end-before-begin", "/validTo"));
      } else if (validTo.isBefore(now.plus(Duration.ofHours(1)))) {
        found.add(Finding.warning("lint-end-is-near", "/validTo"));
      }
    }
    boolean isNews = told.kind() == ChangeKind.RAISE || told.kind() == ChangeKind.UPGRADE;
    if (isNews && told.validFrom().isBefore(now.plus(AHEAD))) {
      found.add(Finding.warning("lint-short-notice", "/validFrom", AHEAD.toHours()));
    }
    return found;
  }
}
