package lantian.warning.observation;

import java.time.Instant;
import lantian.warning.aqi.Sample;

/**
 * An hour that was replaced by other values.
 *
 * @param recordedBy who had handed in what stood before
 */
public record Correction(
    Instant at,
    Sample before,
    Sample after,
    String sourceBefore,
    String recordedBy,
    Instant recordedAt,
    String source,
    String correctedBy,
    Instant correctedAt,
    long version) {}
