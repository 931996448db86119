package lantian.warning.observation.web;

import org.jspecify.annotations.Nullable;

/** What is said beside a file, as parameters; its rows are the measured hours. */
record ObservationSheetRequest(
    @Nullable String jurisdiction, @Nullable String issuedAt, @Nullable String source) {}
