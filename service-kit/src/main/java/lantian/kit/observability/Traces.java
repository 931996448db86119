package lantian.kit.observability;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries the trace across the outbox and Kafka, as a W3C {@code traceparent}. */
public final class Traces {
  private static final String TRACEPARENT = "traceparent";

  private final Tracer tracer;
  private final Propagator propagator;

  public Traces(Tracer tracer, Propagator propagator) {
    this.tracer = tracer;
    this.propagator = propagator;
  }

  /** The {@code traceparent} of the work at hand; a new trace where there is none. */
  public @Nullable String current() {
    var span = tracer.currentSpan();
    if (span != null) {
      return traceparent(span);
    }
    var fresh = tracer.nextSpan().name("outbox").start();
    try {
      return traceparent(fresh);
    } finally {
      fresh.end();
    }
  }

  /** Does the work as part of the trace that the event came with. */
  public void continuing(@Nullable String traceparent, String name, Runnable work) {
    var headers = traceparent == null ? Map.<String, String>of() : Map.of(TRACEPARENT, traceparent);
    var span = propagator.extract(headers, Map::get).name(name).kind(Span.Kind.CONSUMER).start();
    try (var _ = tracer.withSpan(span)) {
      work.run();
    } finally {
      span.end();
    }
  }

  private @Nullable String traceparent(Span span) {
    var headers = new HashMap<String, String>();
    propagator.inject(span.context(), headers, (_, name, value) -> headers.put(name, value));
    return headers.get(TRACEPARENT);
  }
}
