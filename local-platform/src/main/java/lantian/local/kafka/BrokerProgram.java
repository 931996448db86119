package lantian.local.kafka;

import java.nio.file.Path;

/** The broker in a JVM of its own, so that it can be killed: folder and ports are its arguments. */
public final class BrokerProgram {

  private BrokerProgram() {}

  /** Arguments: folder, port, controller's port, and the port that clients are told. */
  public static void main(String[] arguments) {
    var broker =
        KafkaBroker.start(
            Path.of(arguments[0]),
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]),
            Integer.parseInt(arguments[3]));
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "closing"));
  }
}
