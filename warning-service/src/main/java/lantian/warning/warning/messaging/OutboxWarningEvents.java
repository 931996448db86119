package lantian.warning.warning.messaging;

import java.util.List;
import java.util.UUID;
import lantian.events.Cascade;
import lantian.events.ChangeKind;
import lantian.events.ChinaTime;
import lantian.events.WarningLevel;
import lantian.events.WarningLevelChanged;
import lantian.kit.outbox.Outbox;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.warning.Correction;
import lantian.warning.warning.PublishedChange;
import lantian.warning.warning.WarningEvents;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class OutboxWarningEvents implements WarningEvents {
  private final Outbox outbox;
  private final Jurisdictions jurisdictions;

  OutboxWarningEvents(Outbox outbox, Jurisdictions jurisdictions) {
    this.outbox = outbox;
    this.jurisdictions = jurisdictions;
  }

  @Override
  public UUID publish(PublishedChange published, @Nullable Cascade cascade) {
    var change = published.change();
    var validTo = change.validTo();
    return outbox.append(
        new WarningLevelChanged(
            change.mode(),
            published.revision(),
            change.warningId(),
            change.proposalId(),
            change.jurisdiction(),
            jurisdictions.find(change.jurisdiction()).orElseThrow().name(),
            change.kind(),
            change.from(),
            change.to(),
            change.reason(),
            ChinaTime.at(published.publishedAt()),
            ChinaTime.at(published.validFrom()),
            validTo == null ? null : ChinaTime.at(validTo),
            change.cause(),
            change.response(),
            change.policy(),
            change.submittedBy(),
            change.approvedBy(),
            published.follows(),
            cascade));
  }

  /** The id of the correction stands for that of a proposal; nobody else has approved it. */
  @Override
  public UUID publish(Correction correction, @Nullable Cascade cascade) {
    var warning = correction.warning();
    var at = ChinaTime.at(correction.at());
    return outbox.append(
        new WarningLevelChanged(
            warning.mode(),
            correction.revision(),
            warning.id(),
            correction.id(),
            warning.jurisdiction(),
            jurisdictions.find(warning.jurisdiction()).orElseThrow().name(),
            ChangeKind.CANCEL,
            warning.level(),
            WarningLevel.NONE,
            correction.told(),
            at,
            at,
            null,
            warning.cause(),
            warning.response(),
            warning.policy(),
            correction.by(),
            List.of(),
            warning.eventId(),
            cascade));
  }
}
