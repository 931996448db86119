package lantian.kit.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body is refused with 413 as soon as it turns out too large, whatever its length
 * was said to be, and with 408 when it takes too long to come.
 */
final class LimitedRequest extends HttpServletRequestWrapper {
  private final RequestLimits limits;
  private @Nullable ServletInputStream counted;

  LimitedRequest(HttpServletRequest request, RequestLimits limits) {
    super(request);
    this.limits = limits;
  }

  static Problem tooLarge(RequestLimits limits) {
    return Problem.of(ProblemType.TOO_LARGE, "kit.too-large", limits.largestBody().toBytes());
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    var body = counted;
    if (body == null) {
      body = new Counted(super.getInputStream());
      counted = body;
    }
    return body;
  }

  @Override
  public BufferedReader getReader() throws IOException {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  private final class Counted extends ServletInputStream {
    private final ServletInputStream body;
    private final long begun = System.nanoTime();
    private long count;

    Counted(ServletInputStream body) {
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      var one = body.read();
      counted(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      var some = body.read(into, from, length);
      counted(some);
      return some;
    }

    private void counted(int some) {
      count += Math.max(0, some);
      if (count > limits.largestBody().toBytes()) {
        throw tooLarge(limits);
      }
      if (System.nanoTime() - begun > limits.slowestBody().toNanos()) {
        throw Problem.of(
            ProblemType.TOO_SLOW, "kit.too-slow-body", limits.slowestBody().toSeconds());
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new IllegalStateException("bodies are read in their request");
    }
  }
}
