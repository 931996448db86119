package lantian.warning.assessment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A stretch of heavy pollution over a threshold, short breaks included.
 *
 * @param from the first hour of the first 24 hours over the threshold
 * @param to the last hour over it
 * @param hours from the one to the other, both counted
 * @param peakAqi the largest rolling AQI in it
 * @param firstOver number of its first hour over the threshold
 * @param lastOver number of its last hour over the threshold
 * @param parts the hours over the threshold, without the breaks; more than one: episodes that are
 *     one by the policy's gap
 */
public record Run(
    Instant from,
    Instant to,
    int hours,
    int peakAqi,
    int firstOver,
    int lastOver,
    List<Part> parts) {

  /** Hours over the threshold one after the other, both ends counted. */
  public record Part(Instant from, Instant to) {
    int hours() {
      return hoursBetween(from, to) + 1;
    }
  }

  public Run {
    parts = List.copyOf(parts);
  }

  /** How many of its hours are over the threshold, the 23 before the first not counted. */
  public int hoursOver() {
    return parts.stream().mapToInt(Part::hours).sum();
  }

  /** Of the breaks between its parts the longest, in hours not over the threshold; 0: none. */
  public int longestBreak() {
    int longest = 0;
    for (int i = 1; i < parts.size(); i++) {
      longest = Math.max(longest, hoursBetween(parts.get(i - 1).to(), parts.get(i).from()) - 1);
    }
    return longest;
  }

  boolean contains(Run other) {
    return firstOver <= other.firstOver && other.lastOver <= lastOver;
  }

  boolean touches(Instant begin, Instant end) {
    return !from.isAfter(end) && !to.isBefore(begin);
  }

  boolean isLive(Instant now, int horizonHours) {
    return !to.isBefore(now) && !from.isAfter(now.plusSeconds(horizonHours * 3600L));
  }

  private static int hoursBetween(Instant from, Instant to) {
    return Math.toIntExact(Duration.between(from, to).toHours());
  }
}
