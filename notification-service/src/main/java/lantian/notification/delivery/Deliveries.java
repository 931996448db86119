package lantian.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantian.events.Channel;
import lantian.events.DeliveryPurpose;
import lantian.events.Mode;
import lantian.notification.contact.ContactId;
import lantian.notification.contact.Rank;
import org.jspecify.annotations.Nullable;

/** All deliveries. */
public interface Deliveries {

  /** Keeps a new delivery, due at once where it waits; false where it is known. */
  boolean add(Delivery delivery, Duration giveUpAfter);

  /**
   * Ends what waits for this unit and a new message takes the place of: what is of an older
   * revision of the warning, and for a level change also the stand-down of the same revision. What
   * is being called is not called again.
   */
  void supersede(UUID warningId, String unit, long revision, DeliveryPurpose by);

  /** All of one message to a unit, the first first: those to its liaisons, then by rank. */
  List<Delivery> ofMessage(UUID warningId, String unit, long revision, DeliveryPurpose purpose);

  /**
   * Deputies and duty desk that may have had a message to this unit of an earlier revision: a call
   * to them began, whatever became of it.
   */
  List<ContactId> toldInsteadBefore(UUID warningId, String unit, long revision);

  /** Ends what waits to be sent to deputy or duty desk about the message of this delivery. */
  void supersedeEscalations(Delivery answered);

  /** Whether the unit has a message of a newer revision of this warning. */
  boolean hasNewer(UUID warningId, String unit, long revision);

  /** Whether the unit is told of a level change by this very revision. */
  boolean hasLevelChange(UUID warningId, String unit, long revision);

  Optional<Delivery> find(DeliveryId id);

  /** The delivery, held against other changes until the transaction ends. */
  Optional<Delivery> findForChange(DeliveryId id);

  /** Keeps an answered delivery; a call that goes on may still say how it ended. */
  void acknowledge(Delivery delivery);

  List<Attempt> attemptsOf(DeliveryId id);

  Page list(Filter filter, int page, int size);

  /** Whether people were told of this warning live or in a drill; empty: nobody was told. */
  Optional<Mode> modeOf(UUID warningId);

  /** How many stand in one of these states. */
  long count(DeliveryState... states);

  /** All of them by state and channel. */
  List<Standing> standing();

  /**
   * How many deliveries stand in a state, by this channel (null: nobody was addressed), and when
   * the first of them was created, by business time.
   */
  record Standing(
      DeliveryState state, @Nullable Channel channel, long deliveries, Instant oldest) {}

  /** One call. Times are machine time; no end where the process died in it. */
  record Attempt(
      int number,
      boolean repeat,
      Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable String outcome,
      @Nullable String detail) {}

  /**
   * What a list is narrowed to; nothing given: no narrowing. Jurisdictions by their leading digits,
   * so that a prefecture sees its counties.
   */
  record Filter(
      String leadingDigits,
      @Nullable Mode mode,
      @Nullable UUID warningId,
      @Nullable String unit,
      @Nullable DeliveryState state,
      @Nullable Rank rank) {}

  /** One page of a list, newest first, and how many there are in all. */
  record Page(List<Delivery> items, long total) {}
}
