package lantian.warning.backtest.web;

import java.util.List;
import lantian.warning.series.web.PointRequest;
import org.jspecify.annotations.Nullable;

/**
 * A season, as points or as it was measured at a jurisdiction on the days {@code from} to {@code
 * to}, and the policy that is tried; {@code against}: not the one in force.
 */
record BackTestRequest(
    @Nullable String policy,
    @Nullable String against,
    @Nullable String jurisdiction,
    @Nullable String from,
    @Nullable String to,
    @Nullable List<@Nullable PointRequest> points) {}
