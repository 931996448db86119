package lantian.testing.infrastructure;

import java.util.Map;

/** Starts a real Kafka and a real PostgreSQL; both are gone when the JVM is. */
public sealed interface Infrastructure permits EmbeddedInfrastructure, ContainerInfrastructure {

  /** One for this run; which one goes to the console and to {@code target/scenarios-on}. */
  static Infrastructure ofThisRun() {
    return Choice.ofThisRun().infrastructure();
  }

  /** Starts a broker with these settings; gives the bootstrap address. */
  String startKafka(Map<String, String> settings);

  /**
   * Starts a server that user postgres may enter without a password; gives host and port.
   *
   * @param initdb options of initdb, without their dashes
   */
  String startPostgres(Map<String, String> initdb, Map<String, String> settings);
}
