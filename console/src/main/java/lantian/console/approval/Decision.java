package lantian.console.approval;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to do with a proposal that they have seen.
 *
 * @param drill null where it is live
 * @param version of the proposal when it was seen
 * @param seen its {@link WaitingProposal#seen} at that time
 */
public record Decision(
    Move move,
    UUID proposal,
    @Nullable UUID drill,
    long version,
    String seen,
    @Nullable String reason) {

  /** What can be done with it. */
  public enum Move {
    SUBMIT,
    APPROVE,
    RETURN,
    REJECT
  }

  /**
   * The same for the same act, so that a double click, or a request that the network repeats,
   * decides once and is answered alike.
   */
  public String key() {
    return "approvals/" + move + "/" + proposal + "/" + version;
  }
}
