package lantian.kit.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import lantian.kit.security.Role;
import lantian.testing.Rest;
import lantian.testing.TestTokens;

/** HTTP by hand, for what a client library does not let one send. */
final class RawHttp {
  private static final int PATIENCE = (int) Duration.ofSeconds(40).toMillis();

  private final int port;

  private RawHttp(int port) {
    this.port = port;
  }

  static RawHttp to(Rest rest) {
    return new RawHttp(rest.port());
  }

  /** All that came over the wire, in UTF-8; {@code after}: until it began to come. */
  record Answer(String all, Duration after) {
    int status() {
      return all.isEmpty() ? 0 : Integer.parseInt(all.split(" ", 3)[1]);
    }

    String body() {
      return all.substring(all.indexOf("\r\n\r\n") + 4);
    }

    String header() {
      return all.substring(0, all.indexOf("\r\n\r\n"));
    }
  }

  interface Body {
    void write(OutputStream to) throws IOException, InterruptedException;
  }

  Answer post(String path, Role role, String headers, String body) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    return post(path, role, headers + "\r\nContent-Length: " + bytes.length, to -> to.write(bytes));
  }

  /** {@code headers}: what of the header is not the same for every request. */
  Answer post(String path, Role role, String headers, Body body) {
    var head =
        "POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nConnection: close\r\n%s\r\n\r\n"
            .formatted(path, TestTokens.of(role), headers);
    return exchange(head, body);
  }

  /** Writes while it reads, as the answer may come before all is written. */
  Answer exchange(String head, Body body) {
    var begun = System.nanoTime();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE);
      var writing =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      var out = socket.getOutputStream();
                      out.write(head.getBytes(StandardCharsets.UTF_8));
                      out.flush();
                      body.write(out);
                      out.flush();
                    } catch (IOException e) {
                      // The service has heard enough.
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    }
                  });
      var all = new ByteArrayOutputStream();
      var first = socket.getInputStream().read();
      var after = Duration.ofNanos(System.nanoTime() - begun);
      if (first >= 0) {
        all.write(first);
        readRest(socket, all);
      }
      writing.interrupt();
      return new Answer(all.toString(StandardCharsets.UTF_8), after);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void readRest(Socket socket, ByteArrayOutputStream all) throws IOException {
    var some = new byte[8192];
    try {
      for (var n = socket.getInputStream().read(some); n >= 0; ) {
        all.write(some, 0, n);
        n = socket.getInputStream().read(some);
      }
    } catch (SocketException e) {
      // Cut off while we were still writing; what came before stands.
    }
  }
}
