package lantian.warning.proposal;

import java.util.UUID;
import lantian.events.Cause;
import lantian.warning.policy.Policy;
import lantian.warning.series.Series;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a place's air, measured up to now and forecast after it, and by which policy it
 * is judged.
 *
 * @param series null where nothing is known
 * @param forecastId the latest run; null where there is none
 */
public record Outlook(
    @Nullable Series series, Policy policy, @Nullable Cause causeMark, @Nullable UUID forecastId) {}
