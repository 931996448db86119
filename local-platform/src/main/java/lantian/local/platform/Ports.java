package lantian.local.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import lantian.local.Refused;

/**
 * The ports of one platform: a base and those that follow it, one for each {@link PlatformPort}, in
 * its order.
 */
public record Ports(int base) {

  /** The base where nothing else is said. */
  public static final int DEFAULT_BASE = 8080;

  private static final int LOWEST = 1024;
  private static final int HIGHEST = 65_536 - PlatformPort.values().length;

  public Ports {
    if (base < LOWEST || base > HIGHEST) {
      throw new Refused(
          "port-base.out-of-range",
          Integer.toString(base),
          Integer.toString(LOWEST),
          Integer.toString(HIGHEST));
    }
  }

  /** The port of one part of the platform. */
  public int of(PlatformPort port) {
    return base + port.ordinal();
  }

  /** The address of a part that speaks HTTP. */
  public String url(PlatformPort port) {
    return "http://127.0.0.1:" + of(port);
  }

  /** Refuses, naming each, when something else already listens on one of these ports. */
  public void requireFree() {
    var taken =
        Arrays.stream(PlatformPort.values())
            .filter(port -> isTaken(of(port)))
            .map(port -> of(port) + " (" + port.owner() + ")")
            .toList();
    if (!taken.isEmpty()) {
      throw new Refused("port.taken", String.join(", ", taken));
    }
  }

  private static boolean isTaken(int port) {
    var loopback = InetAddress.getLoopbackAddress();
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(loopback, port));
    } catch (IOException e) {
      return true;
    }
    // Some systems let a loopback address be bound beside a listener on all addresses.
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(loopback, port), 200);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
