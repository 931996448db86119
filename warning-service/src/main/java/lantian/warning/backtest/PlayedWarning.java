package lantian.warning.backtest;

import java.time.LocalDate;
import lantian.events.WarningLevel;
import org.jspecify.annotations.Nullable;

/**
 * A warning from its first publication to its lift.
 *
 * @param lifted null where the season ended before
 * @param highest the level that it is counted as
 * @param changes how often it was published, the lift counted
 */
public record PlayedWarning(
    LocalDate raised, @Nullable LocalDate lifted, WarningLevel highest, int changes) {}
