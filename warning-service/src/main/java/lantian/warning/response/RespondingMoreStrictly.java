package lantian.warning.response;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import lantian.events.ChangeKind;
import lantian.events.Mode;
import lantian.events.WarningLevel;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.policy.Approval;
import lantian.warning.policy.Policies;
import lantian.warning.proposal.SignIn;
import lantian.warning.proposal.SignIns;
import lantian.warning.response.StricterResponse.Approver;
import lantian.warning.response.StricterResponse.Refusal;
import lantian.warning.response.StricterResponse.State;
import lantian.warning.roster.AskingRoster;
import lantian.warning.turn.Turns;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A place decides to respond more strictly than what binds it, by its own office and headquarters
 * and the policy's table of authority for that level; and ends that again. It never responds more
 * laxly. Whoever decides stands on the roster of the place at that moment.
 */
@Service
public class RespondingMoreStrictly {
  private final Jurisdictions jurisdictions;
  private final StricterResponses stricter;
  private final BindingPlaces binding;
  private final Policies policies;
  private final AskingRoster roster;
  private final SignIns signIns;
  private final BoundReasons reasons = new BoundReasons();
  private final Turns turns;
  private final Clock clock;

  public RespondingMoreStrictly(
      Jurisdictions jurisdictions,
      StricterResponses stricter,
      BindingPlaces binding,
      Policies policies,
      AskingRoster roster,
      SignIns signIns,
      Turns turns,
      Clock clock) {
    this.jurisdictions = jurisdictions;
    this.stricter = stricter;
    this.binding = binding;
    this.policies = policies;
    this.roster = roster;
    this.signIns = signIns;
    this.turns = turns;
    this.clock = clock;
  }

  /** Somebody who acts for the place, with the roles of the token. */
  public record Person(String name, Set<String> roles, @Nullable SignIn signIn) {
    @Nullable String roleAmong(Set<String> wanted) {
      TreeSet<String> both = new TreeSet<>(roles);
      both.retainAll(wanted);
      return both.isEmpty() ? null : both.first();
    }
  }

  /** What became of it: the decision as it is now, or why nothing was done. */
  public sealed interface Outcome {
    record Done(StricterResponse decision) implements Outcome {}

    /**
     * @param bound what binds the place now
     * @param version of the decision as it is; 0 where there is none
     */
    record Refused(Refusal why, WarningLevel bound, long version) implements Outcome {}
  }

  /** Puts it forward. */
  @Transactional
  public Outcome submit(
      Jurisdiction place, Mode mode, WarningLevel level, String reason, Person by) {
    long turn = turns.take(place.code(), mode);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var policy = policies.inForce(place, now);
    Demand bound = binding.binding(place, mode);
    WarningLevel boundLevel = Demands.levelOf(bound);
    Refusal refusal = null;
    if (by.roleAmong(policy.approvalOf(ChangeKind.RAISE, level).submitters()) == null) {
      refusal = Refusal.WRONG_ROLE;
    } else if (bound == null) {
      refusal = Refusal.NOTHING_BINDS;
    } else if (boundLevel.isAbove(level)) {
      refusal = Refusal.LAXER;
    } else if (stricter.isOneSubmitted(place.code(), mode)) {
      refusal = Refusal.ANOTHER_WAITS;
    }
    if (refusal != null || bound == null) {
      return new Outcome.Refused(refusal == null ? Refusal.NOTHING_BINDS : refusal, boundLevel, 0);
    }
    StricterResponse submitted =
        new StricterResponse(
            idOf(place, mode, now, turn),
            mode,
            place.code(),
            level,
            boundLevel,
            bound.cause(),
            bound.response(),
            policy.reference(),
            reason,
            by.name(),
            now,
            List.of(),
            State.SUBMITTED,
            1,
            null,
            null,
            null);
    stricter.add(submitted);
    return new Outcome.Done(submitted);
  }

  /** One person approves; with the last approval the place responds so. */
  @Transactional
  public Optional<Outcome> approve(UUID id, Person by, long seenVersion) {
    return decide(
        id,
        (decision, place, now, turn) -> {
          Approval rule =
              policies.named(decision.policy()).approvalOf(ChangeKind.RAISE, decision.level());
          String role = by.roleAmong(rule.approvers());
          WarningLevel bound = binding.bindingLevel(place, decision.mode());
          Refusal refusal = decision.refusalToApprove(by.name(), role, bound, seenVersion);
          if (refusal != null || role == null) {
            return new Outcome.Refused(
                refusal == null ? Refusal.WRONG_ROLE : refusal, bound, decision.version());
          }
          Refusal notNow = refusalNow(decision, by, role);
          if (notNow != null) {
            return new Outcome.Refused(notNow, bound, decision.version());
          }
          StricterResponse next =
              decision.approved(new Approver(by.name(), role), rule, bound, now);
          if (next.state() == State.SUBMITTED) {
            stricter.save(next);
            return new Outcome.Done(next);
          }
          StricterResponse before = stricter.inForce(place.code(), decision.mode()).orElse(null);
          if (before != null) {
            if (before.submittedBy().equals(by.name())) {
              // With it, what they themselves put forward would end.
              return new Outcome.Refused(Refusal.OWN_DECISION, bound, decision.version());
            }
            stricter.save(before.ended(by.name(), now));
          }
          stricter.save(next);
          respond(place, next, now, turn);
          return new Outcome.Done(next);
        });
  }

  /** Ends it; the place then responds as what binds it asks, and no longer where nothing does. */
  @Transactional
  public Optional<Outcome> end(UUID id, Person by, long seenVersion) {
    return decide(
        id,
        (decision, place, now, turn) -> {
          Approval rule =
              policies.named(decision.policy()).approvalOf(ChangeKind.LIFT, WarningLevel.NONE);
          String role = by.roleAmong(rule.approvers());
          Refusal refusal = decision.refusalToEnd(by.name(), role, seenVersion);
          if (refusal == null && (role == null || !admits(by, role, decision))) {
            refusal = Refusal.NOT_ON_ROSTER;
          }
          if (refusal != null) {
            return new Outcome.Refused(
                refusal, binding.bindingLevel(place, decision.mode()), decision.version());
          }
          StricterResponse ended = decision.ended(by.name(), now);
          stricter.save(ended);
          if (decision.state() == State.IN_FORCE) {
            respond(place, ended, now, turn);
          }
          return new Outcome.Done(ended);
        });
  }

  /** As with a warning: the roster, that of earlier approvers too, and for red the sign-in. */
  private @Nullable Refusal refusalNow(StricterResponse decision, Person by, String role) {
    if (!admits(by, role, decision)) {
      return Refusal.NOT_ON_ROSTER;
    }
    if (!decision.approvers().stream()
        .allMatch(
            before ->
                roster.stillStands(
                    before.name(), Set.of(before.role()), decision.jurisdiction()))) {
      return Refusal.APPROVER_LEFT;
    }
    return decision.level() == WarningLevel.RED && !signIns.isRecent(by.signIn())
        ? Refusal.SIGN_IN_AGAIN
        : null;
  }

  private boolean admits(Person by, String role, StricterResponse decision) {
    return roster.admits(by.name(), Set.of(role), decision.jurisdiction());
  }

  private void respond(Jurisdiction place, StricterResponse decision, Instant now, long turn) {
    String ender = decision.endedBy();
    Trigger trigger =
        new Trigger(
            decision.id(),
            reasons.stricter(place, decision),
            decision.submittedBy(),
            ender == null
                ? decision.approvers().stream().map(Approver::name).toList()
                : List.of(ender),
            now,
            false);
    binding.respond(place, decision.mode(), trigger, turn);
  }

  private interface Move {
    Outcome on(StricterResponse decision, Jurisdiction place, Instant now, long turn);
  }

  private Optional<Outcome> decide(UUID id, Move move) {
    StricterResponse seen = stricter.find(id).orElse(null);
    if (seen == null) {
      return Optional.empty();
    }
    long turn = turns.take(seen.jurisdiction(), seen.mode());
    // Read again: whoever had the turn before may have moved it.
    StricterResponse decision = stricter.find(id).orElseThrow();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Jurisdiction place = jurisdictions.find(decision.jurisdiction()).orElseThrow();
    return Optional.of(move.on(decision, place, now, turn));
  }

  private static UUID idOf(Jurisdiction place, Mode mode, Instant now, long turn) {
    String name =
        String.join(
            "/",
            "lantian/stricter",
            mode.name(),
            place.code(),
            now.toString(),
            Long.toString(turn));
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
