package lantian.warning.response.messaging;

import java.util.List;
import java.util.UUID;
import lantian.events.Cascade;
import lantian.events.ChinaTime;
import lantian.events.WarningLevelChanged;
import lantian.kit.outbox.Outbox;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.response.ResponseChange;
import lantian.warning.response.ResponseEvents;
import org.springframework.stereotype.Component;

/** As a change of level: whoever has to act makes no difference by where it was decided. */
@Component
class OutboxResponseEvents implements ResponseEvents {
  private final Outbox outbox;
  private final Jurisdictions jurisdictions;

  OutboxResponseEvents(Outbox outbox, Jurisdictions jurisdictions) {
    this.outbox = outbox;
    this.jurisdictions = jurisdictions;
  }

  @Override
  public UUID publish(ResponseChange change) {
    var validTo = change.validTo();
    var above = change.above();
    return outbox.append(
        new WarningLevelChanged(
            change.mode(),
            change.revision(),
            change.responseId(),
            change.decision(),
            change.jurisdiction(),
            nameOf(change.jurisdiction()),
            change.kind(),
            change.from(),
            change.to(),
            change.reason(),
            ChinaTime.at(change.at()),
            ChinaTime.at(change.validFrom()),
            validTo == null ? null : ChinaTime.at(validTo),
            change.cause(),
            change.response(),
            change.policy(),
            change.submittedBy(),
            change.approvedBy(),
            change.follows(),
            new Cascade(
                above == null
                    ? null
                    : new Cascade.BoundBy(
                        above.of(),
                        above.revision(),
                        above.jurisdiction(),
                        nameOf(above.jurisdiction()),
                        above.level()),
                List.of(),
                null)));
  }

  private String nameOf(String code) {
    return jurisdictions.find(code).orElseThrow().name();
  }
}
