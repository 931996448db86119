package lantian.warning.backtest;

import java.time.LocalDate;
import lantian.events.WarningLevel;

/**
 * A day of the season.
 *
 * @param level the highest in force at any moment of it
 * @param temporaryControl no warning was in force or called for, but temporary control was
 */
public record PlayedDay(LocalDate date, WarningLevel level, boolean temporaryControl) {}
