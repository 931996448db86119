package lantian.warning.backtest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One season by two policies.
 *
 * @param tried by the policy that is tried out
 * @param against by the one that it is held against
 * @param dailyAqi of the natural days that have one, by the standard of the policy tried
 */
public record BackTest(
    Instant first,
    Instant last,
    int hours,
    PlayedSeason tried,
    PlayedSeason against,
    Map<LocalDate, Integer> dailyAqi) {
  public BackTest {
    dailyAqi = Map.copyOf(dailyAqi);
  }

  /** The years that the season touches. */
  public List<Integer> years() {
    return tried.days().stream().map(day -> day.date().getYear()).distinct().toList();
  }
}
