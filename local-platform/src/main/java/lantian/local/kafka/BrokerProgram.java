package lantian.local.kafka;

import java.nio.file.Path;
import java.util.Optional;
import lantian.local.kafka.KafkaBroker.Detour;

/** The broker in a JVM of its own, so that it can be killed: folder and ports are its arguments. */
public final class BrokerProgram {

  private BrokerProgram() {}

  /** Arguments: folder, port, controller's port; port and advertised port of a detour, if any. */
  public static void main(String[] arguments) {
    var detour =
        arguments.length < 5
            ? Optional.<Detour>empty()
            : Optional.of(
                new Detour(Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4])));
    var broker =
        KafkaBroker.start(
            Path.of(arguments[0]),
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]),
            detour);
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "closing"));
  }
}
