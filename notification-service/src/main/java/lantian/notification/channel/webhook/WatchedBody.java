package lantian.notification.channel.webhook;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * A request body that knows whether it has begun to be written, which it is not after its time: a
 * process that stood still in the meantime may have been taken for dead.
 */
final class WatchedBody extends HttpEntityWrapper {
  private final long latest;
  private volatile boolean begun;

  /** {@code latest}: by {@link System#nanoTime}. */
  WatchedBody(byte[] bytes, ContentType type, long latest) {
    super(new ByteArrayEntity(bytes, type));
    this.latest = latest;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    if (System.nanoTime() - latest > 0) {
      throw new InterruptedIOException("too late to send");
    }
    begun = true;
    super.writeTo(out);
  }

  boolean isBegun() {
    return begun;
  }
}
