package lantian.tasking.response.worker;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import lantian.tasking.fanout.FanOutRuns;
import org.springframework.stereotype.Component;

/** How much of the fan-outs is not written yet, and for how long the oldest waits. */
@Component
record FanOutMetrics(FanOutRuns runs) implements MeterBinder {
  @Override
  public void bindTo(MeterRegistry metrics) {
    Gauge.builder("fanout.remaining", () -> runs.backlog().units())
        .description("Units that have not got what a level change lays upon them")
        .register(metrics);
    Gauge.builder("fanout.oldest", () -> runs.backlog().oldest().toMillis() / 1000.0)
        .baseUnit("seconds")
        .description("Age of the oldest fan-out that is not whole")
        .register(metrics);
    Gauge.builder("fanout.failed", () -> runs.backlog().failed())
        .description("Fan-outs that wait for an operator")
        .register(metrics);
  }
}
