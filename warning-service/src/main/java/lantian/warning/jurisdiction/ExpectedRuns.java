package lantian.warning.jurisdiction;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import lantian.events.ChinaTime;
import org.jspecify.annotations.Nullable;

/**
 * When a source issues its runs, every day alike. Where a place names several sources, the newest
 * run of the first one counts unless it is stale, then that of the second.
 *
 * @param source as the runs name it; null: whoever issues them
 * @param expectedAt the hours of the day (Beijing time)
 * @param graceMinutes a run may be issued so much earlier or later
 */
public record ExpectedRuns(@Nullable String source, List<LocalTime> expectedAt, int graceMinutes) {
  /** One run may fall out; with the second one something is wrong. */
  public static final int STALE_WITH = 2;

  /** A year without runs is as bad as more. */
  private static final int MOST_DAYS = 366;

  public ExpectedRuns {
    expectedAt = expectedAt.stream().sorted().toList();
    if (expectedAt.isEmpty()) {
      throw new IllegalArgumentException("runs are expected, but at no time of the day");
    }
    if (graceMinutes < 0 || graceMinutes > Duration.ofDays(1).toMinutes()) {
      throw new IllegalArgumentException("minutes of grace: " + graceMinutes);
    }
    if (source != null && source.isBlank()) {
      throw new IllegalArgumentException("a source without a name");
    }
  }

  /**
   * How many expected runs are missing at this moment, after one that was issued {@code last}:
   * whose grace is over, and which that one was too early to be.
   */
  public int missing(Instant last, Instant now) {
    Duration grace = Duration.ofMinutes(graceMinutes);
    LocalDate first = ChinaTime.dateOf(last);
    LocalDate today = ChinaTime.dateOf(now);
    if (first.isBefore(today.minusDays(MOST_DAYS))) {
      first = today.minusDays(MOST_DAYS);
    }
    int missing = 0;
    for (LocalDate day = first; !day.isAfter(today); day = day.plusDays(1)) {
      for (LocalTime time : expectedAt) {
        Instant expected = day.atTime(time).atZone(ChinaTime.ZONE).toInstant();
        if (last.isBefore(expected.minus(grace)) && !expected.plus(grace).isAfter(now)) {
          missing++;
        }
      }
    }
    return missing;
  }

  public boolean isStale(Instant last, Instant now) {
    return missing(last, now) >= STALE_WITH;
  }
}
