package lantian.warning.warning.messaging;

import java.util.UUID;
import lantian.events.ChinaTime;
import lantian.events.WarningLevelChanged;
import lantian.kit.outbox.Outbox;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.warning.PublishedChange;
import lantian.warning.warning.WarningEvents;
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
  public UUID publish(PublishedChange published) {
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
            published.follows()));
  }
}
