package lantian.reporting.incident.metrics;

import java.time.Duration;
import lantian.reporting.incident.Incident.Bounds;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** {@code lantian.reporting.incident.*}; all durations are business time. See {@link Bounds}. */
@ConfigurationProperties("lantian.reporting.incident")
record IncidentSettings(Duration liftedWithin, Duration silentAfter, int longest) {
  Bounds bounds() {
    return new Bounds(liftedWithin, silentAfter, longest);
  }
}
