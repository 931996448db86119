package lantian.local.platform;

/** Everything that listens, by its distance from the port base. */
public enum PlatformPort {
  CONSOLE("console"),
  WARNING("warning-service"),
  TASKING("tasking-service"),
  NOTIFICATION("notification-service"),
  REPORTING("reporting-service"),
  KAFKA("Kafka"),
  KAFKA_CONTROLLER("Kafka controller"),
  POSTGRES("PostgreSQL"),
  DEMO_RECEIVERS("demo receivers"),
  DEMO_MAIL("demo mail server");

  private final String owner;

  PlatformPort(String owner) {
    this.owner = owner;
  }

  /** Who listens there. */
  public String owner() {
    return owner;
  }
}
