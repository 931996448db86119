package lantian.notification.channel.webhook;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** A request body that knows whether it has begun to be written. */
final class WatchedBody extends HttpEntityWrapper {
  private volatile boolean begun;

  WatchedBody(byte[] bytes, ContentType type) {
    super(new ByteArrayEntity(bytes, type));
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    begun = true;
    super.writeTo(out);
  }

  boolean isBegun() {
    return begun;
  }
}
