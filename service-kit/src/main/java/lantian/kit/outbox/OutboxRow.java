package lantian.kit.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event that waits for the broker's answer. */
record OutboxRow(
    long seq,
    UUID eventId,
    String topic,
    String key,
    String type,
    Instant occurredAt,
    byte[] payload,
    @Nullable String traceparent) {}
