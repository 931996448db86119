package lantian.warning.approvalform;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import lantian.warning.proposal.Proposal;
import lantian.warning.proposal.ProposalState;
import lantian.warning.proposal.Proposals;
import lantian.warning.turn.Turns;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps a scanned form with a proposal that was put forward or approved. The same scan again is
 * there already; another one is added, and none is ever replaced.
 */
@Service
public class AddingApprovalForm {
  public static final int MOST = 20;

  private final ApprovalForms forms;
  private final Proposals proposals;
  private final Turns turns;
  private final Clock clock;

  public AddingApprovalForm(ApprovalForms forms, Proposals proposals, Turns turns, Clock clock) {
    this.forms = forms;
    this.proposals = proposals;
    this.turns = turns;
    this.clock = clock;
  }

  /** What became of it. */
  public sealed interface Outcome {
    record Added(ApprovalForm form) implements Outcome {}

    record AlreadyThere(ApprovalForm form) implements Outcome {}

    /** Nobody has put it forward, or it is over. */
    record NotPutForward() implements Outcome {}

    record TooMany() implements Outcome {}
  }

  @Transactional
  public Outcome add(Proposal seen, ScanType type, byte[] content, String by, String role) {
    turns.take(seen.change().jurisdiction(), seen.change().mode());
    UUID id = seen.id();
    ProposalState state = proposals.find(id).orElseThrow().state();
    if (state != ProposalState.SUBMITTED && state != ProposalState.APPROVED) {
      return new Outcome.NotPutForward();
    }
    String sha256 = sha256(content);
    List<ApprovalForm> before = forms.of(id);
    for (ApprovalForm form : before) {
      if (form.sha256().equals(sha256)) {
        return new Outcome.AlreadyThere(form);
      }
    }
    if (before.size() >= MOST) {
      return new Outcome.TooMany();
    }
    ApprovalForm form =
        new ApprovalForm(
            id,
            before.size() + 1,
            type,
            content.length,
            sha256,
            by,
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    forms.add(form, role, content);
    return new Outcome.Added(form);
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
