package lantian.testing;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestComponent;

/** Remembers every span that has ended in the service under test. */
@TestComponent
public final class SpanProbe implements SpanProcessor {
  private final List<SpanData> ended = new CopyOnWriteArrayList<>();

  /** All spans of a trace that have ended until now. */
  public List<SpanData> of(String traceId) {
    return ended.stream().filter(span -> span.getTraceId().equals(traceId)).toList();
  }

  /** All spans that have ended and are linked to a trace that is not their own. */
  public List<SpanData> linkedTo(String traceId) {
    return ended.stream()
        .filter(
            span ->
                span.getLinks().stream()
                    .anyMatch(link -> link.getSpanContext().getTraceId().equals(traceId)))
        .toList();
  }

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {}

  @Override
  public boolean isStartRequired() {
    return false;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    ended.add(span.toSpanData());
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }
}
