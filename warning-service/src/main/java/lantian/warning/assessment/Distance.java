package lantian.warning.assessment;

/**
 * How far a condition is from being met; all zero where it is.
 *
 * @param hours by which the longest run that counts is too short; all of them where none counts
 * @param containedHours by which the longest stretch that it must contain is too short
 * @param aqi by which the largest rolling AQI misses the threshold
 */
public record Distance(int hours, int containedHours, int aqi) {

  boolean isNone() {
    return hours == 0 && containedHours == 0 && aqi == 0;
  }

  /** Nearer: first by the AQI, which no length makes up for, then by hours. */
  boolean isNearerThan(Distance other) {
    if (aqi != other.aqi) {
      return aqi < other.aqi;
    }
    return hours + containedHours < other.hours + other.containedHours;
  }
}
