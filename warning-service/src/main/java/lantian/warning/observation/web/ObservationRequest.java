package lantian.warning.observation.web;

import java.util.List;
import lantian.events.Resolution;
import lantian.warning.series.web.PointRequest;
import org.jspecify.annotations.Nullable;

/** Measured hours. */
record ObservationRequest(
    @Nullable String jurisdiction,
    @Nullable String issuedAt,
    @Nullable String source,
    @Nullable Resolution resolution,
    @Nullable List<@Nullable PointRequest> points) {}
