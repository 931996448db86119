package lantian.notification.channel.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names on threads of its own and for a limited time: a name server that does not answer
 * would otherwise hold the few threads that carry all calls.
 */
class NameResolver implements DnsResolver {
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0,
          64,
          10,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          Thread.ofPlatform().name("resolver-", 0).daemon().factory());
  private final Duration timeout;

  NameResolver(Duration timeout) {
    this.timeout = timeout;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    try {
      return threads
          .submit(() -> InetAddress.getAllByName(host))
          .get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof UnknownHostException unknown ? unknown : unresolved(host);
    } catch (TimeoutException | RejectedExecutionException e) {
      throw unresolved(host);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unresolved(host);
    }
  }

  private static UnknownHostException unresolved(String host) {
    return new UnknownHostException(host + " was not resolved in time");
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return List.of(resolve(host)).getFirst().getCanonicalHostName();
  }

  void close() {
    threads.shutdownNow();
  }
}
