package lantian.kit.idempotency;

import org.jspecify.annotations.Nullable;

/** What was answered, byte for byte, with the headers that a caller acts on. */
record KeptAnswer(
    int status,
    @Nullable String contentType,
    @Nullable String location,
    @Nullable String etag,
    byte[] body) {}
