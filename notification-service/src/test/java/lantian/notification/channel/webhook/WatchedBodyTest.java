package lantian.notification.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.ContentType;
import org.junit.jupiter.api.Test;

class WatchedBodyTest {
  private static final byte[] TEXT = "{}".getBytes(StandardCharsets.UTF_8);

  private final ByteArrayOutputStream wire = new ByteArrayOutputStream();

  @Test
  void leavesInTime() throws IOException {
    var body = body(System.nanoTime() + TimeUnit.MINUTES.toNanos(1));
    assertThat(body.isBegun()).isFalse();

    body.writeTo(wire);

    assertThat(wire.toByteArray()).isEqualTo(TEXT);
    assertThat(body.isBegun()).isTrue();
  }

  @Test
  void doesNotLeaveWhenItIsTooLate() {
    var body = body(System.nanoTime() - 1);

    assertThatThrownBy(() -> body.writeTo(wire)).isInstanceOf(InterruptedIOException.class);

    assertThat(wire.size()).isZero();
    assertThat(body.isBegun()).isFalse();
  }

  private static WatchedBody body(long latest) {
    return new WatchedBody(TEXT, ContentType.APPLICATION_JSON, latest);
  }
}
