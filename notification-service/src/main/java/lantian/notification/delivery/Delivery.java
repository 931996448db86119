package lantian.notification.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lantian.events.AnswerWay;
import lantian.events.DeliveryPurpose;
import lantian.events.FailureReason;
import lantian.events.Mode;
import lantian.events.Text;
import lantian.notification.contact.Rank;
import org.jspecify.annotations.Nullable;

/**
 * One message to one contact about one revision of a warning; without addressee where the unit has
 * no contact. {@code escalationOf}: the message's first delivery, where this one goes to somebody
 * else since that had no answer. Which state leads where stands in {@link DeliveryState}.
 */
public record Delivery(
    DeliveryId id,
    Mode mode,
    UUID warningId,
    long revision,
    String jurisdiction,
    String unit,
    @Nullable Addressee addressee,
    @Nullable DeliveryId escalationOf,
    DeliveryPurpose purpose,
    Content content,
    Instant createdAt,
    long version,
    Progress progress) {

  /** A delivery after a step, and what others hear of it. */
  public record Step(Delivery delivery, List<DeliveryEvent> events) {
    public Step {
      events = List.copyOf(events);
    }
  }

  /** What a message is about, before it is known who gets it. */
  public record Subject(
      Mode mode,
      UUID warningId,
      long revision,
      String jurisdiction,
      String unit,
      DeliveryPurpose purpose,
      Content content,
      Instant at) {}

  /** A new delivery that waits for its call; recorded only, where a newer one has been created. */
  static Delivery to(Addressee addressee, Subject subject, boolean overtaken) {
    return create(addressee, subject, overtaken ? DeliveryState.SUPERSEDED : DeliveryState.PENDING);
  }

  /** The same message to somebody else, whose text says why. */
  Delivery escalatedTo(Addressee other, Content.Escalated how, Text text, Instant at) {
    var first = escalationOf == null ? id : escalationOf;
    return new Delivery(
        DeliveryId.of(warningId, revision, unit, other.contact().value(), other.channel(), purpose),
        mode,
        warningId,
        revision,
        jurisdiction,
        unit,
        other,
        first,
        purpose,
        content.escalated(how, text),
        at,
        1,
        Progress.startingAs(DeliveryState.PENDING));
  }

  /** The same message to somebody else who had been told of what it takes back. */
  Delivery alsoTo(Addressee other) {
    return new Delivery(
        DeliveryId.of(warningId, revision, unit, other.contact().value(), other.channel(), purpose),
        mode,
        warningId,
        revision,
        jurisdiction,
        unit,
        other,
        id,
        purpose,
        content,
        createdAt,
        1,
        Progress.startingAs(DeliveryState.PENDING));
  }

  /** Whose turn this delivery was; a unit without a contact lacks its liaison. */
  public Rank rank() {
    return addressee == null ? Rank.LIAISON : addressee.rank();
  }

  /** The record that a unit has nobody to tell; the office has to hear of it. */
  static Step toNobody(Subject subject) {
    var created = create(null, subject, DeliveryState.PERM_FAIL);
    var failed = created.with(created.progress.failed(FailureReason.NO_CONTACT, subject.at()), 1);
    return new Step(failed, List.of(new DeliveryEvent.Failed(failed)));
  }

  private static Delivery create(
      @Nullable Addressee addressee, Subject subject, DeliveryState state) {
    return new Delivery(
        DeliveryId.of(
            subject.warningId(),
            subject.revision(),
            subject.unit(),
            addressee == null ? null : addressee.contact().value(),
            addressee == null ? null : addressee.channel(),
            subject.purpose()),
        subject.mode(),
        subject.warningId(),
        subject.revision(),
        subject.jurisdiction(),
        subject.unit(),
        addressee,
        null,
        subject.purpose(),
        subject.content(),
        subject.at(),
        1,
        Progress.startingAs(state));
  }

  /**
   * What follows from the end of a call. {@code outOfTime}: no further attempt is made; {@code
   * overtaken}: the unit has a newer message, so that this one is not tried again.
   */
  public Step concluded(CallOutcome outcome, boolean outOfTime, boolean overtaken, Instant now) {
    if (progress.state() == DeliveryState.ACKED) {
      // Somebody answered while the call was going on; that it got through is told all the same.
      return outcome instanceof CallOutcome.Sent && progress.sentAt() == null
          ? sent(progress, now)
          : new Step(this, List.of());
    }
    return switch (outcome) {
      case CallOutcome.Sent(var detail) -> sent(progress.to(DeliveryState.ACCEPTED, detail), now);
      case CallOutcome.TryAgain(var detail, _, _) -> {
        if (overtaken) {
          yield quietly(progress.to(DeliveryState.SUPERSEDED, detail));
        }
        yield outOfTime
            ? failed(FailureReason.GAVE_UP, detail, now)
            : quietly(progress.to(DeliveryState.TEMP_FAIL, detail));
      }
      case CallOutcome.GiveUp(var reason, var detail) -> failed(reason, detail, now);
      case CallOutcome.Unknown(var detail) -> {
        if (overtaken) {
          yield quietly(progress.to(DeliveryState.SUPERSEDED, detail));
        }
        yield progress.repeat()
            ? failed(FailureReason.GAVE_UP, detail, now)
            : quietly(progress.to(DeliveryState.UNKNOWN, detail).withRepeat());
      }
    };
  }

  /** Its time ran out while nobody was called where it was to go. */
  public Step outOfTime(Instant now) {
    return failed(
        FailureReason.GAVE_UP, "out of time; nobody could be reached there any more", now);
  }

  /** Its contact went away before the call. */
  public Step contactGone(Instant now) {
    return failed(FailureReason.NO_CONTACT, "the contact is gone or no longer active", now);
  }

  /**
   * Somebody answered. An answer of the receiver's own proves that a call with an unknown end, or
   * one that still goes on, got through.
   */
  public Step acknowledged(String by, AnswerWay way, Instant now) {
    var events = new ArrayList<DeliveryEvent>();
    var known = this;
    if (way != AnswerWay.ENTERED && progress.sentAt() == null && progress.attempts() > 0) {
      known = with(progress.sent(now), version + 1);
      events.add(new DeliveryEvent.Sent(known));
    }
    var acknowledged =
        known.with(
            known.progress.to(DeliveryState.ACKED, progress.detail()).acknowledged(by, way, now),
            known.version + 1);
    events.add(new DeliveryEvent.Acknowledged(acknowledged));
    return new Step(acknowledged, events);
  }

  private Step sent(Progress next, Instant now) {
    var sent = with(next.sent(now), version + 1);
    return new Step(sent, List.of(new DeliveryEvent.Sent(sent)));
  }

  private Step failed(FailureReason reason, String detail, Instant now) {
    var failed =
        with(progress.to(DeliveryState.PERM_FAIL, detail).failed(reason, now), version + 1);
    return new Step(failed, List.of(new DeliveryEvent.Failed(failed)));
  }

  private Step quietly(Progress next) {
    return new Step(with(next, version + 1), List.of());
  }

  /** The same as it stands by now. */
  public Delivery asOf(long now, Progress standing) {
    return with(standing, now);
  }

  private Delivery with(Progress next, long nextVersion) {
    return new Delivery(
        id,
        mode,
        warningId,
        revision,
        jurisdiction,
        unit,
        addressee,
        escalationOf,
        purpose,
        content,
        createdAt,
        nextVersion,
        next);
  }
}
