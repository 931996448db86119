package lantian.warning.backtest;

import java.time.Instant;
import lantian.events.ChangeKind;
import lantian.events.WarningLevel;

/** A level that the policy would have changed, proposed and in force at once. */
public record PlayedChange(Instant at, ChangeKind kind, WarningLevel from, WarningLevel to) {}
