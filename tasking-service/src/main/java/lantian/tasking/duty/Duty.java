package lantian.tasking.duty;

import java.time.Instant;
import java.util.List;
import lantian.tasking.duty.DutyEvent.Accepted;
import lantian.tasking.duty.DutyEvent.Completed;
import lantian.tasking.duty.DutyEvent.Reported;
import lantian.tasking.duty.DutyEvent.Returned;
import org.jspecify.annotations.Nullable;

/**
 * A duty of a unit. Whoever reports on it, or reports it done, has accepted it by that.
 *
 * <table>
 *   <caption>Transitions; everything else is refused, by the database's trigger too</caption>
 *   <tr><th>state</th><th>accept</th><th>report</th><th>complete</th><th>send back</th>
 *       <th>replaced</th><th>withdrawn</th></tr>
 *   <tr><td>ASSIGNED</td><td>ACCEPTED</td><td>ACCEPTED</td><td>COMPLETED</td><td></td>
 *       <td>REPLACED</td><td>WITHDRAWN</td></tr>
 *   <tr><td>ACCEPTED</td><td></td><td>ACCEPTED</td><td>COMPLETED</td><td></td>
 *       <td>REPLACED</td><td>WITHDRAWN</td></tr>
 *   <tr><td>COMPLETED</td><td></td><td></td><td></td><td>ACCEPTED</td>
 *       <td>stays, ended</td><td>stays, ended</td></tr>
 *   <tr><td>WITHDRAWN, REPLACED</td><td colspan="6">final</td></tr>
 * </table>
 *
 * @param version grows by one with everything that happens to it, from 1
 * @param overdueAt when it was found not done after it was due; stays when it is done later
 * @param endedAt when the response stopped asking for it; a completed duty can then no longer be
 *     sent back
 */
public record Duty(
    DutyId id,
    long version,
    Assignment assignment,
    DutyState state,
    @Nullable Acceptance acceptance,
    @Nullable Completion completion,
    @Nullable Instant overdueAt,
    @Nullable Instant endedAt) {

  /** A new duty; with an acceptance that is carried over, the unit is not asked again. */
  public static Duty assigned(Assignment assignment, @Nullable Acceptance carriedOver) {
    return new Duty(
        assignment.id(),
        1,
        assignment,
        carriedOver == null ? DutyState.ASSIGNED : DutyState.ACCEPTED,
        carriedOver,
        null,
        null,
        null);
  }

  public Outcome accept(String by, Instant now) {
    return switch (state) {
      case ASSIGNED -> {
        var accepted = accepted(by, now);
        yield new Outcome.Done(accepted, List.of(new Accepted(accepted, by, now)));
      }
      case ACCEPTED -> refused(Refusal.ALREADY_ACCEPTED);
      case COMPLETED, WITHDRAWN, REPLACED -> refusedAsClosed();
    };
  }

  public Outcome report(String by, Instant now, String text) {
    return switch (state) {
      case ASSIGNED -> {
        var accepted = accepted(by, now);
        var reported = accepted.next(DutyState.ACCEPTED, accepted.acceptance, null);
        yield new Outcome.Done(
            reported,
            List.of(new Accepted(accepted, by, now), new Reported(reported, by, now, text)));
      }
      case ACCEPTED -> {
        var reported = next(DutyState.ACCEPTED, acceptance, null);
        yield new Outcome.Done(reported, List.of(new Reported(reported, by, now, text)));
      }
      case COMPLETED, WITHDRAWN, REPLACED -> refusedAsClosed();
    };
  }

  /** Done, in time or late; a duty that is late is still to be done. */
  public Outcome complete(String by, Instant now, String evidence) {
    return switch (state) {
      case ASSIGNED -> {
        var accepted = accepted(by, now);
        var completed = accepted.completed(by, now, evidence);
        yield new Outcome.Done(
            completed.duty(), List.of(new Accepted(accepted, by, now), completed));
      }
      case ACCEPTED -> {
        var completed = completed(by, now, evidence);
        yield new Outcome.Done(completed.duty(), List.of(completed));
      }
      case COMPLETED, WITHDRAWN, REPLACED -> refusedAsClosed();
    };
  }

  /** For rework: what was reported done is not good enough. */
  public Outcome sendBack(String by, Instant now, String reason) {
    return switch (state) {
      case COMPLETED -> {
        if (endedAt != null) {
          yield refused(Refusal.NO_LONGER_ASKED);
        }
        var returned = next(DutyState.ACCEPTED, acceptance, null);
        yield new Outcome.Done(returned, List.of(new Returned(returned, by, now, reason)));
      }
      case ASSIGNED, ACCEPTED -> refused(Refusal.NOT_COMPLETED);
      case WITHDRAWN, REPLACED -> refusedAsClosed();
    };
  }

  private Duty accepted(String by, Instant now) {
    return next(DutyState.ACCEPTED, new Acceptance(by, now), null);
  }

  private Completed completed(String by, Instant now, String evidence) {
    boolean late = now.isAfter(assignment.dueAt());
    var done = next(DutyState.COMPLETED, acceptance, new Completion(by, now, late, evidence));
    return new Completed(done, by, now, late, evidence);
  }

  private Duty next(
      DutyState state, @Nullable Acceptance acceptance, @Nullable Completion completion) {
    return new Duty(id, version + 1, assignment, state, acceptance, completion, overdueAt, endedAt);
  }

  private Outcome refused(Refusal reason) {
    return new Outcome.Refused(this, reason);
  }

  private Outcome refusedAsClosed() {
    return refused(
        switch (state) {
          case WITHDRAWN -> Refusal.WITHDRAWN;
          case REPLACED -> Refusal.REPLACED;
          case ASSIGNED, ACCEPTED, COMPLETED -> Refusal.ALREADY_COMPLETED;
        });
  }
}
