package lantian.warning.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lantian.events.ChinaTime;
import lantian.events.WarningLevel;
import lantian.warning.policy.Policy;

/**
 * What a policy would have done over a season.
 *
 * @param forecasts how many were judged
 * @param changes in the order of time
 * @param days every date of the season
 */
public record PlayedSeason(
    Policy policy, int forecasts, List<PlayedChange> changes, List<PlayedDay> days) {
  public PlayedSeason {
    changes = List.copyOf(changes);
    days = List.copyOf(days);
  }

  /** The changes, put together to warnings. */
  public List<PlayedWarning> warnings() {
    List<PlayedWarning> warnings = new ArrayList<>();
    LocalDate raised = null;
    WarningLevel highest = WarningLevel.NONE;
    int count = 0;
    for (PlayedChange change : changes) {
      LocalDate date = ChinaTime.dateOf(change.at());
      if (raised == null) {
        raised = date;
      }
      count++;
      if (change.to().isAbove(highest)) {
        highest = change.to();
      }
      if (change.to() == WarningLevel.NONE) {
        warnings.add(new PlayedWarning(raised, date, highest, count));
        raised = null;
        highest = WarningLevel.NONE;
        count = 0;
      }
    }
    if (raised != null) {
      warnings.add(new PlayedWarning(raised, null, highest, count));
    }
    return warnings;
  }

  /** Warnings of this highest level that were first published in this year. */
  public int warningsIn(int year, WarningLevel level) {
    return (int)
        warnings().stream()
            .filter(warning -> warning.raised().getYear() == year && warning.highest() == level)
            .count();
  }

  /** Days of this year on which this was the highest level in force. */
  public int daysIn(int year, WarningLevel level) {
    return (int)
        days.stream().filter(day -> day.date().getYear() == year && day.level() == level).count();
  }

  /** Days of this year with temporary control and no warning. */
  public int temporaryControlIn(int year) {
    return (int)
        days.stream().filter(day -> day.date().getYear() == year && day.temporaryControl()).count();
  }
}
