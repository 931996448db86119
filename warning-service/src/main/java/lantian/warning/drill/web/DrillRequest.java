package lantian.warning.drill.web;

import org.jspecify.annotations.Nullable;

/** A drill as it was announced; {@code from} missing: at once. */
record DrillRequest(
    @Nullable String jurisdiction,
    @Nullable String name,
    @Nullable String scenario,
    @Nullable String from,
    @Nullable String until,
    @Nullable String announcedBy,
    @Nullable String announcedTo) {}
