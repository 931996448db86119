package lantian.kit.intake;

import java.time.Instant;
import java.util.UUID;
import lantian.events.Event;

/** An event as it came in: its id, when by business time it happened, and the record. */
public record Received<E extends Event>(UUID id, Instant time, E event) {}
