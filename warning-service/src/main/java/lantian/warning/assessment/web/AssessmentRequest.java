package lantian.warning.assessment.web;

import java.util.List;
import lantian.warning.series.web.PointRequest;
import org.jspecify.annotations.Nullable;

/** A series to be judged: all of it, or with {@code now} as a live one. */
record AssessmentRequest(
    @Nullable String policy,
    @Nullable List<@Nullable PointRequest> points,
    @Nullable String now,
    @Nullable String jurisdiction) {}
