package lantian.warning.backtest;

import java.util.ArrayList;
import java.util.List;
import lantian.events.WarningLevel;
import lantian.warning.assessment.Phrases;
import org.springframework.stereotype.Service;

/**
 * Says in words by how much two policies differ: "2025: 3 orange warnings more, 2 yellow fewer".
 */
@Service
public class TellingBackTest {
  private static final List<WarningLevel> FROM_THE_HIGHEST =
      List.of(WarningLevel.RED, WarningLevel.ORANGE, WarningLevel.YELLOW);

  private final PerfectForecasts forecasts;

  public TellingBackTest(PerfectForecasts forecasts) {
    this.forecasts = forecasts;
  }

  /** What is taken as given. */
  public String assumption(Phrases in) {
    return in.text("back-test.assumption", forecasts.hourOfDay(), forecasts.hours());
  }

  /** One sentence for all of the season, and one for each year. */
  public List<String> differences(BackTest test, Phrases in) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        in.text(
            "back-test.whole",
            test.tried().policy().reference(),
            test.tried().warnings().size(),
            days(test.tried()),
            test.against().policy().reference(),
            test.against().warnings().size(),
            days(test.against())));
    for (int year : test.years()) {
      sentences.add(in.text("back-test.year", year, differences(test, year, in)));
    }
    return sentences;
  }

  private static String differences(BackTest test, int year, Phrases in) {
    List<String> differences = new ArrayList<>();
    for (WarningLevel level : FROM_THE_HIGHEST) {
      int more = test.tried().warningsIn(year, level) - test.against().warningsIn(year, level);
      if (more != 0) {
        differences.add(
            in.text(
                more > 0 ? "back-test.more" : "back-test.fewer", in.level(level), Math.abs(more)));
      }
    }
    return differences.isEmpty()
        ? in.text("back-test.same")
        : String.join(in.text("back-test.and"), differences);
  }

  private static long days(PlayedSeason season) {
    return season.days().stream().filter(day -> day.level() != WarningLevel.NONE).count();
  }
}
