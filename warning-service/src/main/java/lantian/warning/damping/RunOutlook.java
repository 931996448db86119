package lantian.warning.damping;

import java.time.Instant;
import java.util.UUID;
import lantian.events.Cause;
import lantian.warning.series.Series;
import org.jspecify.annotations.Nullable;

/**
 * What one run says of a place, seen from now: the hours measured up to now, and its hours after
 * that.
 */
public record RunOutlook(
    UUID forecastId, String source, Instant issuedAt, Series series, @Nullable Cause causeMark) {}
