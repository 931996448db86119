package lantian.warning.forecast.web;

import org.jspecify.annotations.Nullable;

/** What is said beside a file, as parameters; its rows are the points. */
record ForecastSheetRequest(
    @Nullable String jurisdiction,
    @Nullable String issuedAt,
    @Nullable String source,
    @Nullable String resolution,
    @Nullable String causeMark,
    @Nullable String policy) {}
