package lantian.bench.peer;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.async.MinimalHttpAsyncClient;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http2.config.H2Config;
import org.apache.hc.core5.reactor.IOReactorConfig;

/**
 * The limit of what can be posted: Apache HttpClient 5 asynchronous, bodies that are there already,
 * nothing kept, nothing signed.
 */
public final class BareClient implements AutoCloseable {

  /** At once, which is what it is fastest with. */
  private static final int CONNECTIONS = 32;

  private final MinimalHttpAsyncClient http;

  public BareClient() {
    http =
        HttpAsyncClients.createMinimal(
            H2Config.DEFAULT,
            Http1Config.DEFAULT,
            IOReactorConfig.custom().setIoThreadCount(1).setTcpNoDelay(true).build(),
            PoolingAsyncClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(CONNECTIONS)
                .setMaxConnTotal(CONNECTIONS)
                .build());
    http.start();
  }

  /** Posts so many of these bodies in turn; how many a second. */
  public double post(HttpHost to, List<byte[]> bodies, int messages) throws IOException {
    var room = new Semaphore(CONNECTIONS);
    var failed = new AtomicLong();
    long began = System.nanoTime();
    for (int i = 0; i < messages; i++) {
      room.acquireUninterruptibly();
      var request = SimpleHttpRequest.create(Method.POST, to, "/messages/" + i);
      request.setBody(bodies.get(i % bodies.size()), ContentType.APPLICATION_JSON);
      var _ =
          http.execute(
              request,
              new FutureCallback<SimpleHttpResponse>() {
                @Override
                public void completed(SimpleHttpResponse response) {
                  room.release();
                }

                @Override
                public void failed(Exception e) {
                  failed.incrementAndGet();
                  room.release();
                }

                @Override
                public void cancelled() {
                  failed.incrementAndGet();
                  room.release();
                }
              });
    }
    room.acquireUninterruptibly(CONNECTIONS);
    long took = System.nanoTime() - began;
    if (failed.get() > 0) {
      throw new IOException(failed + " posts failed");
    }
    return messages * 1e9 / took;
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}
