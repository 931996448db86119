package lantian.warning.assessment;

import java.time.Instant;

/**
 * A stretch of heavy pollution over a threshold, short breaks included.
 *
 * @param from the first hour of the first 24 hours over the threshold
 * @param to the last hour over it
 * @param hours from the one to the other, both counted
 * @param peakAqi the largest rolling AQI in it
 * @param firstOver number of its first hour over the threshold
 * @param lastOver number of its last hour over the threshold
 */
public record Run(Instant from, Instant to, int hours, int peakAqi, int firstOver, int lastOver) {

  boolean contains(Run other) {
    return firstOver <= other.firstOver && other.lastOver <= lastOver;
  }

  boolean isLive(Instant now, int horizonHours) {
    return !to.isBefore(now) && !from.isAfter(now.plusSeconds(horizonHours * 3600L));
  }
}
