package lantian.reporting.rebuild;

import java.time.Instant;
import java.util.UUID;

/** An event byte for byte, at its place in the order in which events came in. */
public record KeptEvent(long place, UUID id, Instant time, String type, byte[] payload) {}
