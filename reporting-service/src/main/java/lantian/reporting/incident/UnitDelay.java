package lantian.reporting.incident;

import java.time.Duration;

/** A unit, by its name, that keeps others waiting. */
public record UnitDelay(String unit, Duration since) {}
