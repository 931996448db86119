package lantian.warning.publication.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import lantian.events.Mode;
import lantian.warning.publication.Publication;
import lantian.warning.publication.StoppedAtGate;
import org.springframework.stereotype.Component;

/**
 * {@code drill_gate_blocked_total}: drills are stopped as a matter of course, once at their
 * publication and whenever somebody asks for one; a live publication is stopped only where
 * something is wrong with it.
 */
@Component
final class CountingStopped implements StoppedAtGate {
  private final Map<Mode, Counter> counters = new EnumMap<>(Mode.class);

  CountingStopped(MeterRegistry metrics) {
    for (var mode : Mode.values()) {
      counters.put(
          mode,
          Counter.builder("drill.gate.blocked")
              .description("Publications that the gate kept from the public")
              .tag("mode", mode.name())
              .register(metrics));
    }
  }

  @Override
  public void count(Publication publication) {
    var counter = counters.get(publication.mode());
    if (counter != null) {
      counter.increment();
    }
  }
}
