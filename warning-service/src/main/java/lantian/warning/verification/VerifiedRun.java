package lantian.warning.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lantian.events.WarningLevel;
import lantian.warning.assessment.Assessment;

/**
 * A run whose hours have all been measured.
 *
 * @param days those of the seven after its issue that it has as a whole and that were measured
 * @param foretold its assessment, to be asked about other times than days
 */
public record VerifiedRun(
    UUID forecastId, String source, Instant issuedAt, List<Day> days, Assessment foretold) {
  public VerifiedRun {
    days = List.copyOf(days);
  }

  /**
   * One day of it.
   *
   * @param leadDay 1: the day after the issue
   */
  public record Day(int leadDay, LocalDate date, WarningLevel foretold, WarningLevel measured) {
    Score.Case asCase() {
      return new Score.Case(foretold, measured);
    }
  }
}
