package lantian.notification.channel;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Resolves names on threads of its own and for a limited time: a name server that does not answer
 * would otherwise hold the few threads that carry all calls. Each channel has its own, so that one
 * name server does not hold up another channel's names either.
 */
public class Names implements AutoCloseable {
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0,
          64,
          10,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          Thread.ofPlatform().name("resolver-", 0).daemon().factory());
  private final Duration timeout;

  public Names(Duration timeout) {
    this.timeout = timeout;
  }

  /** An address that is written as such is asked of nobody. */
  public InetAddress[] addressesOf(String host) throws UnknownHostException {
    var literal = literal(host);
    if (literal.isPresent()) {
      return new InetAddress[] {literal.get()};
    }
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

  private static Optional<InetAddress> literal(String host) {
    if (host.indexOf(':') < 0 && !host.chars().allMatch(c -> c == '.' || Character.isDigit(c))) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static UnknownHostException unresolved(String host) {
    return new UnknownHostException(host + " was not resolved in time");
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
