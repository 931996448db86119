package lantian.warning.tracking.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import lantian.events.ChangeKind;
import lantian.warning.tracking.TrackCounts;
import org.springframework.stereotype.Component;

/** Counts as runs come; one whose transaction is rolled back afterwards has been counted. */
@Component
final class CountingTrack implements TrackCounts {
  private final Counter up;
  private final Counter down;
  private final Map<ChangeKind, Counter> damped = new EnumMap<>(ChangeKind.class);

  CountingTrack(MeterRegistry metrics) {
    this.up = changes("UP", metrics);
    this.down = changes("DOWN", metrics);
    for (ChangeKind kind :
        new ChangeKind[] {
          ChangeKind.RAISE, ChangeKind.UPGRADE, ChangeKind.DOWNGRADE, ChangeKind.LIFT
        }) {
      damped.put(
          kind,
          Counter.builder("forecast.damped")
              .description("Changes that a run asked for and that waited for other runs")
              .tag("kind", kind.name())
              .register(metrics));
    }
  }

  private static Counter changes(String direction, MeterRegistry metrics) {
    return Counter.builder("forecast.level.changes")
        .description("Runs judged to another level than the run before of their source")
        .tag("direction", direction)
        .register(metrics);
  }

  @Override
  public void levelChanged(boolean rises) {
    (rises ? up : down).increment();
  }

  @Override
  public void damped(ChangeKind kind) {
    Counter counter = damped.get(kind);
    if (counter == null) {
      throw new IllegalArgumentException(kind + " is never damped");
    }
    counter.increment();
  }
}
