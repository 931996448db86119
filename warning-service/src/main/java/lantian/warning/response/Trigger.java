package lantian.warning.response;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lantian.events.ChangeKind;
import lantian.events.Text;
import lantian.warning.warning.Correction;
import lantian.warning.warning.PublishedChange;

/**
 * What was decided that may change a response, and by whom.
 *
 * @param decision the proposal, the correction or the place's own decision
 * @param withdraws whether a false alarm was taken back, so that nothing is owed after it
 */
record Trigger(
    UUID decision,
    Text reason,
    String submittedBy,
    List<String> approvedBy,
    Instant at,
    boolean withdraws) {

  Trigger {
    approvedBy = List.copyOf(approvedBy);
  }

  static Trigger of(PublishedChange published) {
    var change = published.change();
    return new Trigger(
        change.proposalId(),
        change.reason(),
        change.submittedBy(),
        change.approvedBy(),
        published.publishedAt(),
        change.kind() == ChangeKind.CANCEL);
  }

  static Trigger of(Correction correction) {
    return new Trigger(
        correction.id(), correction.told(), correction.by(), List.of(), correction.at(), true);
  }

  Trigger saying(Text other) {
    return new Trigger(decision, other, submittedBy, approvedBy, at, withdraws);
  }
}
