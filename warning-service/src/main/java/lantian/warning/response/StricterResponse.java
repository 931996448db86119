package lantian.warning.response;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lantian.events.Cause;
import lantian.events.Mode;
import lantian.events.Response;
import lantian.events.WarningLevel;
import lantian.warning.policy.Approval;
import org.jspecify.annotations.Nullable;

/**
 * A place's decision to respond more strictly than what binds it (大气污染防治法 Art. 96). It is no
 * warning: nothing of it is told to the public. The database holds the same table of moves.
 *
 * <table>
 * <caption>Moves</caption>
 * <tr><th>from</th><th>approve</th><th>end</th></tr>
 * <tr><td>SUBMITTED</td><td>SUBMITTED, with the last one IN_FORCE</td><td>ENDED</td></tr>
 * <tr><td>IN_FORCE</td><td></td><td>ENDED, by another than put it forward</td></tr>
 * <tr><td>ENDED</td><td></td><td></td></tr>
 * </table>
 *
 * @param boundLevel what it was bound by when it was put forward, once in force when it began
 * @param cause of what bound it, as {@code response}
 */
public record StricterResponse(
    UUID id,
    Mode mode,
    String jurisdiction,
    WarningLevel level,
    WarningLevel boundLevel,
    Cause cause,
    Response response,
    String policy,
    String reason,
    String submittedBy,
    Instant submittedAt,
    List<Approver> approvers,
    State state,
    long version,
    @Nullable Instant begunAt,
    @Nullable String endedBy,
    @Nullable Instant endedAt) {

  public StricterResponse {
    approvers = List.copyOf(approvers);
  }

  /** How far it came. */
  public enum State {
    SUBMITTED,
    IN_FORCE,
    ENDED
  }

  /** Somebody who approved it, in which role. */
  public record Approver(String name, String role) {}

  /** Why nothing was done with it. */
  public enum Refusal {
    /** Lower than what binds the place. */
    LAXER,
    /** Nothing binds the place: there is no warning to which it could respond more strictly. */
    NOTHING_BINDS,
    WRONG_ROLE,
    STALE,
    WRONG_STATE,
    OWN_DECISION,
    SAME_PERSON_TWICE,
    /** Does not stand on the roster of the place now, whatever the token says. */
    NOT_ON_ROSTER,
    /** One of those who approved before stands there no more. */
    APPROVER_LEFT,
    /** Red is approved by people who have just signed in. */
    SIGN_IN_AGAIN,
    /** Another one waits for its approval. */
    ANOTHER_WAITS
  }

  /** Null: it may be approved. */
  @Nullable Refusal refusalToApprove(
      String by, @Nullable String role, WarningLevel bound, long seenVersion) {
    if (role == null) {
      return Refusal.WRONG_ROLE;
    }
    if (seenVersion != version) {
      return Refusal.STALE;
    }
    if (state != State.SUBMITTED) {
      return Refusal.WRONG_STATE;
    }
    if (submittedBy.equals(by)) {
      return Refusal.OWN_DECISION;
    }
    if (approvers.stream().anyMatch(approver -> approver.name().equals(by))) {
      return Refusal.SAME_PERSON_TWICE;
    }
    if (bound == WarningLevel.NONE) {
      return Refusal.NOTHING_BINDS;
    }
    return bound.isAbove(level) ? Refusal.LAXER : null;
  }

  StricterResponse approved(Approver by, Approval rule, WarningLevel bound, Instant now) {
    List<Approver> all = new ArrayList<>(approvers);
    all.add(by);
    boolean enough = all.size() >= rule.approvals();
    return new StricterResponse(
        id,
        mode,
        jurisdiction,
        level,
        bound,
        cause,
        response,
        policy,
        reason,
        submittedBy,
        submittedAt,
        all,
        enough ? State.IN_FORCE : State.SUBMITTED,
        version + 1,
        enough ? now : null,
        null,
        null);
  }

  /** Null: it may be ended. */
  @Nullable Refusal refusalToEnd(String by, @Nullable String role, long seenVersion) {
    if (role == null) {
      return Refusal.WRONG_ROLE;
    }
    if (seenVersion != version) {
      return Refusal.STALE;
    }
    if (state == State.ENDED) {
      return Refusal.WRONG_STATE;
    }
    return state == State.IN_FORCE && submittedBy.equals(by) ? Refusal.OWN_DECISION : null;
  }

  StricterResponse ended(String by, Instant now) {
    return new StricterResponse(
        id,
        mode,
        jurisdiction,
        level,
        boundLevel,
        cause,
        response,
        policy,
        reason,
        submittedBy,
        submittedAt,
        approvers,
        State.ENDED,
        version + 1,
        begunAt,
        by,
        now);
  }

  Demand demand() {
    if (begunAt == null) {
      throw new IllegalStateException("not in force");
    }
    return new Demand(id, version, jurisdiction, level, cause, response, policy, begunAt, null);
  }
}
