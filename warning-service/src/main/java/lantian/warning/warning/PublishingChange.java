package lantian.warning.warning;

import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Publishes an approved change: a new warning, or the next revision of the one in force. */
@Service
public class PublishingChange {
  private final Warnings warnings;
  private final WarningEvents events;

  public PublishingChange(Warnings warnings, WarningEvents events) {
    this.warnings = warnings;
    this.events = events;
  }

  /** In the transaction of the last approval. */
  @Transactional(propagation = Propagation.MANDATORY)
  public PublishedChange publish(ApprovedChange change, Instant now) {
    Warning before = warnings.find(change.warningId()).orElse(null);
    Instant wanted = change.validFrom();
    PublishedChange published =
        new PublishedChange(
            before == null ? 1 : before.revision() + 1,
            change,
            now,
            wanted == null || wanted.isBefore(now) ? now : wanted,
            before == null ? null : before.eventId());
    warnings.save(published, events.publish(published));
    return published;
  }
}
