package lantian.local.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Callable;
import lantian.local.Refused;
import lantian.local.platform.Platform;
import lantian.local.platform.PlatformPort;
import lantian.local.platform.Ports;
import lantian.local.platform.Tokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code lantian rehearse}: starts a platform and stops it again. The build runs it once, so that
 * the JVM can write down which classes a start loads, and later starts load them from there.
 */
@Command(name = "rehearse", hidden = true)
public final class Rehearse implements Callable<Integer> {

  private static final int FIRST_BASE = 21_000;
  private static final int LAST_BASE = 29_000;

  @Mixin private PlatformOptions options = new PlatformOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    var data = options.data();
    System.setProperty("lantian.logs", data.logs().toString());
    try (var platform = Platform.start(freePorts(), data, line -> {})) {
      new Tokens(platform.ports(), data).of(new Tokens.Holder("operator", null, null, "*"));
      try (var client = HttpClient.newHttpClient()) {
        client.send(
            HttpRequest.newBuilder(URI.create(platform.ports().url(PlatformPort.CONSOLE))).build(),
            BodyHandlers.discarding());
      }
    }
    return 0;
  }

  private static Ports freePorts() {
    for (int base = FIRST_BASE; base < LAST_BASE; base += PlatformPort.values().length) {
      var ports = new Ports(base);
      try {
        ports.requireFree();
        return ports;
      } catch (Refused e) {
        // Taken; the next ones, then.
      }
    }
    throw new Refused(
        "rehearse.no-ports", Integer.toString(FIRST_BASE), Integer.toString(LAST_BASE));
  }
}
