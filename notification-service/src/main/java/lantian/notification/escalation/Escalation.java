package lantian.notification.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lantian.events.DeliveryPurpose;
import lantian.events.EscalationReason;
import lantian.events.Mode;
import lantian.notification.contact.Rank;
import lantian.notification.delivery.Content.Escalated;
import lantian.notification.delivery.Delivery;
import lantian.notification.delivery.Delivery.Subject;
import lantian.notification.delivery.DeliveryState;
import org.jspecify.annotations.Nullable;

/**
 * One message to one unit, until somebody has answered it. {@code told}: whose turn it was last;
 * {@code next}: whose it is when {@code dueAt} comes and nobody has answered, nobody's after the
 * duty desk's. Times are business time.
 */
public record Escalation(
    Message message,
    Mode mode,
    String jurisdiction,
    String policy,
    Instant createdAt,
    Rank told,
    @Nullable Rank next,
    @Nullable Instant dueAt,
    State state,
    @Nullable Instant endedAt) {

  /** What names it. */
  public record Message(UUID warningId, String unit, long revision, DeliveryPurpose purpose) {
    static Message of(Delivery delivery) {
      return new Message(
          delivery.warningId(), delivery.unit(), delivery.revision(), delivery.purpose());
    }
  }

  /** Where it stands. */
  public enum State {
    WAITING,
    ANSWERED,
    SUPERSEDED,
    /** Nobody answered, and nobody is left who could be told. */
    NOBODY_LEFT
  }

  /** What is to be done now. */
  sealed interface Decision {
    /** Nothing any more. */
    record End(State state) implements Decision {}

    /** Nothing before then; never by time alone where null. */
    record Wait(@Nullable Instant until) implements Decision {}

    /** The next one has to be told. */
    record Tell(EscalationReason reason, Instant since) implements Decision {}
  }

  static Escalation of(Subject subject, EscalationPolicy policy) {
    return new Escalation(
        new Message(subject.warningId(), subject.unit(), subject.revision(), subject.purpose()),
        subject.mode(),
        subject.jurisdiction(),
        policy.reference(),
        subject.at(),
        Rank.LIAISON,
        Rank.DEPUTY,
        policy
            .waitFor(Rank.DEPUTY, subject.purpose(), subject.content().to())
            .map(subject.at()::plus)
            .orElse(null),
        State.WAITING,
        null);
  }

  /**
   * Decides by all deliveries of the message, the first first. {@code overtaken}: the unit has a
   * newer message. One of which no delivery is left is over, too.
   */
  Decision decide(List<Delivery> deliveries, EscalationPolicy by, boolean overtaken, Instant now) {
    if (deliveries.stream().anyMatch(d -> d.progress().state() == DeliveryState.ACKED)) {
      return new Decision.End(State.ANSWERED);
    }
    if (overtaken || deliveries.isEmpty()) {
      return new Decision.End(State.SUPERSEDED);
    }
    var since = since(deliveries);
    if (reachedNobody(deliveries)) {
      return new Decision.Tell(EscalationReason.NOT_DELIVERED, since);
    }
    var turn = turnOf(next, deliveries, by);
    return turn.isEmpty() || now.isBefore(turn.get())
        ? new Decision.Wait(turn.orElse(null))
        : new Decision.Tell(EscalationReason.UNANSWERED, since);
  }

  /** When it is this rank's turn, if the time alone decides. */
  Optional<Instant> turnOf(@Nullable Rank rank, List<Delivery> deliveries, EscalationPolicy by) {
    var level = deliveries.getFirst().content().to();
    return by.waitFor(rank, message.purpose(), level).map(since(deliveries)::plus);
  }

  /** From when the answer is waited for: a liaison had the message, or else it was created. */
  private Instant since(List<Delivery> deliveries) {
    return deliveries.stream()
        .filter(delivery -> delivery.rank() == Rank.LIAISON)
        .map(delivery -> delivery.progress().sentAt())
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(createdAt);
  }

  /** Of those whose turn it was last nobody can answer: all their deliveries failed for good. */
  private boolean reachedNobody(List<Delivery> deliveries) {
    return deliveries.stream()
        .filter(delivery -> delivery.rank() == told)
        .allMatch(delivery -> delivery.progress().state() == DeliveryState.PERM_FAIL);
  }

  /** What those of this rank are told of how it came to them. */
  Escalated how(Rank to, Delivery first, Decision.Tell why, Instant now) {
    var nobodyBefore = told == Rank.LIAISON && first.addressee() == null;
    return new Escalated(
        to,
        nobodyBefore ? null : told,
        why.reason(),
        why.since(),
        Duration.between(why.since(), now).toMinutes());
  }

  Escalation waitingUntil(@Nullable Instant until) {
    return with(told, next, until, State.WAITING, null);
  }

  Escalation havingTold(Rank rank, @Nullable Instant until) {
    return with(rank, rank.next(), until, State.WAITING, null);
  }

  /** This rank has nobody: the next one's turn comes at its own time. */
  Escalation passing(Rank rank, @Nullable Instant until) {
    return with(told, rank.next(), until, State.WAITING, null);
  }

  Escalation ended(State as, Instant at) {
    return with(told, next, null, as, at);
  }

  private Escalation with(
      Rank newTold,
      @Nullable Rank newNext,
      @Nullable Instant newDueAt,
      State newState,
      @Nullable Instant newEndedAt) {
    return new Escalation(
        message,
        mode,
        jurisdiction,
        policy,
        createdAt,
        newTold,
        newNext,
        newDueAt,
        newState,
        newEndedAt);
  }
}
