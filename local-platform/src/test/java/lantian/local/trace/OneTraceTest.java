package lantian.local.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lantian.local.api.Api;
import lantian.local.api.ByHand;
import lantian.local.platform.DataFolder;
import lantian.local.platform.FreePorts;
import lantian.local.platform.Platform;
import lantian.local.platform.Tokens;
import lantian.local.trace.SpanReceiver.Span;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the approval of a warning through four real services to the receiver of a message: one
 * trace, sent to a receiver of traces.
 */
class OneTraceTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String APPROVAL = "http post /api/v1/proposals/{id}/approve";
  private static final List<String> SETTINGS =
      List.of("lantian.traces.endpoint", "management.opentelemetry.tracing.export.schedule-delay");

  @TempDir private Path folder;

  private final SpanReceiver receiver = new SpanReceiver();
  private final List<String> pushed = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    SETTINGS.forEach(System::clearProperty);
    receiver.close();
  }

  @Test
  void anApprovalIsTracedToTheLiaisonAndToWhatIsKeptOfIt() throws Exception {
    System.setProperty(SETTINGS.get(0), receiver.url());
    System.setProperty(SETTINGS.get(1), "200ms");
    var ports = FreePorts.next();
    var data = new DataFolder(folder);
    System.setProperty("lantian.logs", data.logs().toString());
    var liaison = liaison();
    try (var platform = Platform.start(ports, data, System.err::println)) {
      var api = new Api(platform.ports(), new Tokens(platform.ports(), platform.data()));
      var people = new ByHand(api);
      people.enterLiaison("http://127.0.0.1:" + liaison.getAddress().getPort() + "/hook");
      people.change("/api/v1", "office-wang", 1);

      var approval = the(span -> span.name().equals(APPROVAL));
      var trace = approval.trace();
      assertThat(approval.service()).isEqualTo("warning-service");

      var read = child(approval, "tasking-service", "warning.level-changed.v1");
      var fanOut = child(read, "tasking-service", "fan-out");
      var told = child(fanOut, "notification-service", "duties.assigned.v1");
      var deliver = child(told, "notification-service", "deliver");
      var push = child(deliver, "notification-service", "push webhook");
      assertThat(pushed)
          .singleElement()
          .asString()
          .startsWith("00-" + trace + "-" + push.id() + "-");
      child(deliver, "reporting-service", "delivery.sent.v1");
      child(fanOut, "reporting-service", "duties.assigned.v1");
      child(approval, "reporting-service", "warning.level-changed.v1");

      for (var service : List.of("warning-service", "tasking-service", "notification-service")) {
        var sending = the(span -> span.service().equals(service) && span.links().contains(trace));
        assertThat(sending.name()).isEqualTo("outbox send");
        assertThat(sending.trace()).isNotEqualTo(trace);
        assertThat(sending.parent()).isEmpty();
      }
      assertThat(receiver.spans())
          .as("a record's reader continues its trace and begins no other")
          .noneMatch(span -> span.name().endsWith(" process"));
      // A parent may be sent later than its children: every service sends by itself.
      await()
          .atMost(SOON)
          .untilAsserted(
              () -> {
                var spans =
                    receiver.spans().stream().filter(span -> span.trace().equals(trace)).toList();
                var known = spans.stream().map(Span::id).toList();
                assertThat(spans)
                    .filteredOn(span -> !span.id().equals(approval.id()))
                    .as("every span but the first hangs on another")
                    .isNotEmpty()
                    .allMatch(span -> known.contains(span.parent()));
              });
    } finally {
      liaison.stop(0);
    }
  }

  private HttpServer liaison() throws Exception {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/hook",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            pushed.add(exchange.getRequestHeaders().getFirst("traceparent"));
            exchange.sendResponseHeaders(204, -1);
          }
        });
    server.start();
    return server;
  }

  private Span child(Span of, String service, String name) {
    return the(
        span ->
            span.parent().equals(of.id())
                && span.trace().equals(of.trace())
                && span.service().equals(service)
                && span.name().equals(name)
                && hasBeenPushed(span));
  }

  /** Of the many units, the one whose liaison is told. */
  private boolean hasBeenPushed(Span span) {
    return switch (span.name()) {
      case "deliver" -> hasChild(span, "push webhook");
      case "duties.assigned.v1" ->
          !span.service().equals("notification-service") || hasChild(span, "deliver");
      default -> true;
    };
  }

  private boolean hasChild(Span span, String name) {
    return receiver.spans().stream()
        .anyMatch(other -> other.name().equals(name) && other.parent().equals(span.id()));
  }

  private Span the(Predicate<Span> which) {
    try {
      return Objects.requireNonNull(
          await()
              .atMost(SOON)
              .until(() -> receiver.spans().stream().filter(which).findFirst(), Optional::isPresent)
              .orElse(null));
    } catch (ConditionTimeoutException e) {
      throw new AssertionError("not among the spans:\n" + lines(), e);
    }
  }

  private String lines() {
    return receiver.spans().stream().map(Span::toString).collect(Collectors.joining("\n"));
  }
}
