package lantian.kit.observability;

import io.micrometer.tracing.Link;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Carries the trace across the outbox and Kafka, as a W3C {@code traceparent}. */
public final class Traces {
  private static final String TRACEPARENT = "traceparent";
  private static final Pattern VERSION_0 =
      Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

  /** Exporters drop what is beyond that. */
  private static final int MOST_LINKS = 128;

  private final Tracer tracer;
  private final Propagator propagator;

  public Traces(Tracer tracer, Propagator propagator) {
    this.tracer = tracer;
    this.propagator = propagator;
  }

  /** Where nobody traces anything. */
  public static Traces none() {
    return new Traces(Tracer.NOOP, Propagator.NOOP);
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
    within(
        span,
        _ -> {
          work.run();
          return null;
        });
  }

  /**
   * Begins work that many traces have led to: a trace of its own that names them, since any of them
   * may be days old.
   */
  public Step following(String name, Collection<String> traceparents) {
    var builder = tracer.spanBuilder().setNoParent().name(name).kind(Span.Kind.PRODUCER);
    traceparents.stream()
        .distinct()
        .limit(MOST_LINKS)
        .map(this::linkTo)
        .flatMap(Optional::stream)
        .forEach(builder::addLink);
    return new Step(builder.start());
  }

  /** Makes a call to the outside as part of the work at hand. */
  public <T> T calling(String name, Function<Step, T> call) {
    return within(
        tracer.spanBuilder().name(name).kind(Span.Kind.CLIENT).start(),
        span -> call.apply(new Step(span)));
  }

  /** A part of a trace that goes on. */
  public static final class Step implements AutoCloseable {
    private final Span span;

    private Step(Span span) {
      this.span = span;
    }

    /** Notes something about it; never what a person is called or can be reached by. */
    public void note(String name, String value) {
      span.tag(name, value);
    }

    /** It did not come to a good end. */
    public void failed(String reason) {
      span.tag("error", reason);
    }

    /** It has ended. */
    @Override
    public void close() {
      span.end();
    }
  }

  private <T extends @Nullable Object> T within(Span span, Function<Span, T> work) {
    try (var _ = tracer.withSpan(span)) {
      return work.apply(span);
    } catch (RuntimeException | Error e) {
      span.tag("error", e.getClass().getSimpleName());
      throw e;
    } finally {
      span.end();
    }
  }

  private Optional<Link> linkTo(String traceparent) {
    var parts = VERSION_0.matcher(traceparent);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new Link(
            tracer
                .traceContextBuilder()
                .traceId(parts.group(1))
                .spanId(parts.group(2))
                .sampled((Integer.parseInt(parts.group(3), 16) & 1) == 1)
                .build()));
  }

  private @Nullable String traceparent(Span span) {
    var headers = new HashMap<String, String>();
    propagator.inject(span.context(), headers, (_, name, value) -> headers.put(name, value));
    return headers.get(TRACEPARENT);
  }
}
