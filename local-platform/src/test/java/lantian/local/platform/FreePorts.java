package lantian.local.platform;

import java.util.concurrent.atomic.AtomicInteger;
import lantian.local.Refused;

/** Port bases for tests, below the range from which systems give out ports by themselves. */
public final class FreePorts {

  private static final AtomicInteger next =
      new AtomicInteger(20_000 + (int) (ProcessHandle.current().pid() % 400) * 20);

  private FreePorts() {}

  /** A base where nobody listens now. */
  public static Ports next() {
    while (true) {
      var ports = new Ports(next.getAndAdd(20));
      try {
        ports.requireFree();
        return ports;
      } catch (Refused e) {
        // Taken; the next one, then.
      }
    }
  }
}
