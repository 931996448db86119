package lantian.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantian.events.Channel;
import org.jspecify.annotations.Nullable;

/**
 * The deliveries as the sender sees them: what is due, what is under way and by whom. Everything
 * here goes by the database's clock.
 */
public interface DueDeliveries {

  /**
   * What is due, held until the transaction ends: the longest due of each origin first, going round
   * the origins; what follows a message still under way waits.
   */
  List<Held> hold(Wanted wanted);

  /** Claims what is held and ends without a call. */
  List<Claim> claim(UUID token, Collection<DeliveryId> held, Duration lease);

  /** Claims what is out of time and waits for one of these origins, which nobody calls now. */
  List<Claim> claimOutOfTime(
      UUID token, Channel channel, Collection<String> origins, Duration lease);

  /** Marks as being called what is held, with the attempts; committed right before the calls. */
  List<Call> begin(UUID token, Collection<DeliveryId> held, Duration deadline);

  /** The delivery, held, if this token may still say what becomes of it. */
  Optional<Open> open(DeliveryId id, UUID token);

  /**
   * Of these calls those whose token may still say what becomes of them, held, each as it stands
   * now.
   */
  Map<DeliveryId, Open> open(Collection<Ended> ended);

  /** Keeps what became of all of them and of their attempts; the claims end. */
  void conclude(Collection<Conclusion> conclusions);

  /** Keeps how it ended without a call; the claim ends. */
  void end(Delivery delivery);

  /** Gives back what was claimed and never called; tells how many. */
  int releaseExpiredClaims();

  /** Calls whose process never said how they ended. */
  List<Call> expiredCalls();

  /**
   * What a sender has room for: as many as {@code limit} by this channel, from the origins after
   * {@code afterOrigin}; no more of an origin than {@code perOrigin} are ever under way, or than
   * {@code room} says of it, so that a slow one holds up only itself.
   */
  record Wanted(
      Channel channel, int limit, int perOrigin, Map<String, Integer> room, String afterOrigin) {
    public Wanted {
      room = Map.copyOf(room);
    }
  }

  /** A delivery that is due; nobody else takes it before the transaction ends. */
  record Held(DeliveryId id, String origin, @Nullable UUID contact) {}

  /** A delivery that a sender has taken. */
  record Claim(DeliveryId id, UUID token, String origin, @Nullable UUID contact) {}

  /** A delivery being called, the time of the machine, and the trace that it is part of. */
  record Call(Delivery delivery, UUID token, Instant at, @Nullable String traceparent) {}

  /**
   * A delivery whose call ended. {@code outOfTime}: past its last moment; {@code overtaken}: the
   * unit has a newer message of the warning.
   */
  record Open(Delivery delivery, boolean outOfTime, boolean overtaken) {}

  /** A delivery whose call has ended, as it was when the call was begun. */
  record Ended(Delivery delivery, UUID token) {}

  /** A delivery after its call, with the call's outcome and when it is due next. */
  record Conclusion(Delivery delivery, int attempt, CallOutcome outcome, Due next) {}

  /**
   * When it is due next: after {@code atLeast}, and at random within {@code jitter} (full jitter).
   */
  record Due(Duration atLeast, Duration jitter) {}
}
