package lantian.warning.warning;

import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Publishes an approved change: a new warning, or the next revision of the one in force; what the
 * public is told of it is kept with it, and the places below respond to it.
 */
@Service
public class PublishingChange {
  private final Warnings warnings;
  private final Cascading cascading;
  private final PublicRecord publicRecord;

  public PublishingChange(Warnings warnings, Cascading cascading, PublicRecord publicRecord) {
    this.warnings = warnings;
    this.cascading = cascading;
    this.publicRecord = publicRecord;
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
    warnings.save(published, cascading.tell(published));
    publicRecord.keep(published);
    cascading.reachThoseBelow(published);
    return published;
  }

  /** Ends a warning that was published in error, without approvals: it only lowers. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void correct(Correction correction) {
    warnings.save(correction, cascading.tell(correction));
    publicRecord.keep(correction);
    cascading.reachThoseBelow(correction);
  }
}
