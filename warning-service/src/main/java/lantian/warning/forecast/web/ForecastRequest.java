package lantian.warning.forecast.web;

import java.util.List;
import lantian.events.Cause;
import lantian.events.Resolution;
import lantian.warning.series.web.PointRequest;
import org.jspecify.annotations.Nullable;

/** A forecast run; {@code policy} is named where it is not to be the one in force. */
record ForecastRequest(
    @Nullable String jurisdiction,
    @Nullable String issuedAt,
    @Nullable String source,
    @Nullable Resolution resolution,
    @Nullable Cause causeMark,
    @Nullable String policy,
    @Nullable List<@Nullable PointRequest> points) {}
