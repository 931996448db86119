package lantian.local.trace;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** A receiver of traces by OTLP over HTTP, which keeps every span that it is sent. */
final class SpanReceiver implements AutoCloseable {
  private final HttpServer server;
  private final List<Span> spans = new CopyOnWriteArrayList<>();

  /** A span of a service; {@code links}: ids of the traces that it is linked to. */
  record Span(
      String service, String trace, String id, String parent, String name, List<String> links) {}

  SpanReceiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/traces", this::take);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
  }

  List<Span> spans() {
    return List.copyOf(spans);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      read(exchange.getRequestBody().readAllBytes());
      exchange.sendResponseHeaders(200, -1);
    }
  }

  /** ExportTraceServiceRequest: resource_spans = 1; each of them: resource = 1, scope_spans = 2. */
  private void read(byte[] request) {
    fields(
        request,
        (number, ofResource) -> {
          if (number == 1) {
            var service = new StringBuilder();
            fields(
                ofResource,
                (part, bytes) -> {
                  if (part == 1) {
                    fields(bytes, (_, attribute) -> readServiceName(attribute, service));
                  }
                });
            fields(
                ofResource,
                (part, bytes) -> {
                  if (part == 2) {
                    readScope(bytes, service.toString());
                  }
                });
          }
        });
  }

  /** KeyValue: key = 1, value = 2; AnyValue: string_value = 1. */
  private static void readServiceName(byte[] attribute, StringBuilder service) {
    var key = new StringBuilder();
    fields(
        attribute,
        (part, bytes) -> {
          if (part == 1) {
            key.append(text(bytes));
          } else if (part == 2 && key.toString().equals("service.name")) {
            fields(bytes, (_, value) -> service.append(text(value)));
          }
        });
  }

  private void readScope(byte[] scope, String service) {
    fields(
        scope,
        (part, bytes) -> {
          if (part == 2) {
            spans.add(span(bytes, service));
          }
        });
  }

  /** Span: trace_id = 1, span_id = 2, parent_span_id = 4, name = 5, links = 13. */
  private static Span span(byte[] span, String service) {
    var texts = new String[] {"", "", "", ""};
    var links = new ArrayList<String>();
    fields(
        span,
        (part, bytes) -> {
          switch (part) {
            case 1 -> texts[0] = HexFormat.of().formatHex(bytes);
            case 2 -> texts[1] = HexFormat.of().formatHex(bytes);
            case 4 -> texts[2] = HexFormat.of().formatHex(bytes);
            case 5 -> texts[3] = text(bytes);
            case 13 ->
                fields(
                    bytes,
                    (ofLink, id) -> {
                      if (ofLink == 1) {
                        links.add(HexFormat.of().formatHex(id));
                      }
                    });
            default -> {}
          }
        });
    return new Span(service, texts[0], texts[1], texts[2], texts[3], List.copyOf(links));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The fields of a protobuf message that are messages, texts or bytes. */
  private static void fields(byte[] message, BiConsumer<Integer, byte[]> reader) {
    var in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
    while (in.hasRemaining()) {
      long tag = varint(in);
      switch ((int) (tag & 7)) {
        case 0 -> varint(in);
        case 1 -> in.getLong();
        case 2 -> {
          var bytes = new byte[(int) varint(in)];
          in.get(bytes);
          reader.accept((int) (tag >>> 3), bytes);
        }
        case 5 -> in.getInt();
        default -> throw new IllegalArgumentException("not protobuf");
      }
    }
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
