package lantian.kit.intake;

import java.time.Instant;
import java.util.UUID;

/**
 * Keeps events whole, byte for byte. A service that may have to read them once more has one bean of
 * this type. It is asked in the transaction of the event's inbox row, before the effect; and again
 * for an event that came before, so that what was missed can be made up for.
 */
public interface EventKeeper {
  /** Keeps nothing: what it told is enough for most services. */
  EventKeeper NOBODY = (_, _, _, _) -> {};

  void keep(UUID id, Instant time, String type, byte[] payload);
}
