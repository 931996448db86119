package lantian.warning.approvalform;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All forms that were handed in; only added to. */
public interface ApprovalForms {

  /** Those of a proposal, in the order in which they came. */
  List<ApprovalForm> of(UUID proposalId);

  Optional<byte[]> content(UUID proposalId, int number);

  void add(ApprovalForm form, String role, byte[] content);
}
