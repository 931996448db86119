package lantian.console.approval;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The proposals of warning-service. */
public interface Proposals {

  /**
   * Those that wait, of this jurisdiction or, without one, of all that the reader may see: live
   * ones and those of open drills, the most pressing first.
   */
  Answer<Waiting> waiting(@Nullable String jurisdiction, Reader reader);

  /** One of them, as it is now. */
  Answer<WaitingProposal> one(UUID proposal, @Nullable UUID drill, Reader reader);

  /** Decides on it; the service refuses another version than the one that was seen. */
  Answer<Proposal> decide(Decision decision, Reader reader);

  /**
   * Proposals that wait.
   *
   * @param more how many there are beside those
   */
  record Waiting(List<WaitingProposal> proposals, int more) {}
}
