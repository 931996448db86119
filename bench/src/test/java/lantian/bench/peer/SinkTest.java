package lantian.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What counts the messages must not miscount them. */
@Timeout(30)
class SinkTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  @Test
  void aRequestThatComesInPiecesIsTakenOnceItIsWhole() throws Exception {
    try (var sink = new Sink(1);
        var socket = connect(sink)) {
      sink.reset("/", 1);
      write(socket, "POST / HTTP/1.1\r\nContent-");
      write(socket, "Length: 4\r\n\r\nab");
      assertThat(sink.taken()).isZero();
      write(socket, "cd");
      sink.await(1, LONG);
      assertThat(sink.kept()).singleElement().isEqualTo("abcd".getBytes(StandardCharsets.UTF_8));
      assertThat(new String(socket.getInputStream().readNBytes(27), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 204 No Content\r\n\r\n");
    }
  }

  @Test
  void twoRequestsInOnePieceAreTwo() throws Exception {
    try (var sink = new Sink(1);
        var socket = connect(sink)) {
      sink.reset("/", 2);
      write(
          socket,
          "POST / HTTP/1.1\r\ncontent-length: 1\r\n\r\naPOST / HTTP/1.1\r\nCONTENT-LENGTH:2\r\n\r\nbc");
      sink.await(2, LONG);
      assertThat(sink.kept().stream().map(body -> new String(body, StandardCharsets.UTF_8)))
          .containsExactly("a", "bc");
      assertThat(sink.taken()).isEqualTo(2);
    }
  }

  @Test
  void whoNeverSendsAllOfThemIsNotWaitedForForEver() throws Exception {
    try (var sink = new Sink(1);
        var socket = connect(sink)) {
      sink.reset("/", 0);
      write(socket, "POST / HTTP/1.1\r\ncontent-length: 1\r\n\r\na");
      sink.await(1, LONG);
      long before = System.nanoTime();
      long last = sink.await(2, Duration.ofMillis(200));
      assertThat(sink.taken()).isEqualTo(1);
      assertThat(last - before).isLessThan(System.nanoTime() - before);
    }
  }

  @Test
  void theBareClientPostsEachMessageOnce() throws Exception {
    try (var sink = new Sink(2);
        var client = new BareClient()) {
      sink.reset("/", 0);
      client.post(HttpHost.create(sink.origin(1)), List.of(new byte[2_000]), 500);
      assertThat(sink.taken()).isEqualTo(500);
    }
  }

  @Test
  void whatComesLateForSomebodyElseIsAnsweredAndNotCounted() throws Exception {
    try (var sink = new Sink(1);
        var socket = connect(sink)) {
      sink.reset("/units/", 2);
      write(socket, "POST /alerts HTTP/1.1\r\ncontent-length: 1\r\n\r\na");
      write(socket, "POST /units/7 HTTP/1.1\r\ncontent-length: 1\r\n\r\nb");
      sink.await(1, LONG);
      assertThat(new String(socket.getInputStream().readNBytes(54), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 204 No Content\r\n\r\n".repeat(2));
      assertThat(sink.taken()).isEqualTo(1);
      assertThat(sink.kept()).singleElement().isEqualTo("b".getBytes(StandardCharsets.UTF_8));
    }
  }

  private static Socket connect(Sink sink) throws IOException {
    var origin = URI.create(sink.origin(0));
    return new Socket(origin.getHost(), origin.getPort());
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }
}
