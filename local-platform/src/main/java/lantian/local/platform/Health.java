package lantian.local.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import lantian.local.Refused;

/** Asks the services how they are, over HTTP, as anyone outside would. */
final class Health implements AutoCloseable {

  private static final Duration ONE_QUESTION = Duration.ofSeconds(3);
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(ONE_QUESTION).build();
  private final Ports ports;
  private List<PlatformService> missing;

  Health(Ports ports, List<PlatformService> services) {
    this.ports = ports;
    this.missing = services;
  }

  /** The names of those that never yet said that they are well. */
  List<String> missing() {
    missing = missing.stream().filter(service -> !isUp(service)).toList();
    return missing.stream().map(PlatformService::name).toList();
  }

  /** Waits until all are well; refuses, naming those that are not, when the time is over. */
  void await(Duration within) {
    long until = System.nanoTime() + within.toNanos();
    for (var names = missing(); !names.isEmpty(); names = missing()) {
      if (System.nanoTime() > until || Thread.currentThread().isInterrupted()) {
        throw new Refused(
            "platform.unhealthy", String.join(", ", names), Long.toString(within.toSeconds()));
      }
      LockSupport.parkNanos(PAUSE);
    }
  }

  @Override
  public void close() {
    client.close();
  }

  private boolean isUp(PlatformService service) {
    var question =
        HttpRequest.newBuilder(URI.create(ports.url(service.port()) + "/actuator/health"))
            .timeout(ONE_QUESTION)
            .build();
    try {
      return client.send(question, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
