package lantian.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import lantian.kit.security.Role;
import lantian.testing.Rest;
import lantian.testing.SpanProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A request, the event that it leaves, and its reader are one trace. */
@OnSampleService
@Import(SpanProbe.class)
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = "logging.level.lantian.kit.sample=info")
class TracingTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  @Autowired Rest rest;
  @Autowired SpanProbe spans;

  private final String trace = UUID.randomUUID().toString().replace("-", "");

  @Test
  void aRequestAndTheReaderOfItsEventAreOneTraceToWhichTheSendingIsLinked() {
    assertThat(note("traced").status()).isEqualTo(201);

    await().atMost(SOON).until(() -> !spans.linkedTo(trace).isEmpty());
    await().atMost(SOON).until(() -> spans.of(trace).size() == 2);
    var request = the(SpanKind.SERVER);
    var reader = the(SpanKind.CONSUMER);
    assertThat(request.getName()).isEqualTo("http post /api/v1/notes");
    assertThat(request.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
    assertThat(reader.getName()).isEqualTo("warning.proposed.v1");
    assertThat(reader.getParentSpanId()).isEqualTo(request.getSpanId());

    assertThat(spans.linkedTo(trace))
        .singleElement()
        .satisfies(
            sending -> {
              assertThat(sending.getName()).isEqualTo("outbox send");
              assertThat(sending.getKind()).isEqualTo(SpanKind.PRODUCER);
              assertThat(sending.getTraceId()).isNotEqualTo(trace);
              assertThat(sending.getParentSpanContext().isValid()).isFalse();
              assertThat(sending.getLinks())
                  .extracting(link -> link.getSpanContext().getSpanId())
                  .containsExactly(request.getSpanId());
            });
  }

  @Test
  void whatIsLoggedDuringARequestBearsItsTrace(CapturedOutput output) {
    var answer = traced().post("/api/v1/notes", Map.of("text", "logged", "then", "THROWN"));
    assertThat(answer.status()).isEqualTo(500);
    assertThat(output.getAll().lines().filter(line -> line.contains("a request failed")))
        .singleElement()
        .asString()
        .contains(trace);
  }

  private Rest.Answer note(String text) {
    return traced().post("/api/v1/notes", Map.of("text", text));
  }

  private Rest traced() {
    return rest.as(Role.OFFICE).with("traceparent", "00-" + trace + "-00f067aa0ba902b7-01");
  }

  private SpanData the(SpanKind kind) {
    assertThat(spans.of(trace)).filteredOn(span -> span.getKind() == kind).hasSize(1);
    return spans.of(trace).stream()
        .filter(span -> span.getKind() == kind)
        .findFirst()
        .orElseThrow();
  }
}
