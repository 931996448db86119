package lantian.local.platform;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import lantian.console.ConsoleService;
import lantian.local.postgres.PostgresServer;
import lantian.notification.NotificationService;
import lantian.reporting.ReportingService;
import lantian.tasking.TaskingService;
import lantian.warning.WarningService;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * One of the services that the platform starts.
 *
 * @param port where it listens
 * @param schema its schema in the database, and the role that owns it; empty where it keeps nothing
 * @param application gives the builder that the service's own {@code main} runs too
 */
public record PlatformService(
    PlatformPort port, Optional<String> schema, Supplier<SpringApplicationBuilder> application) {

  /** All of them. */
  public static final List<PlatformService> ALL =
      List.of(
          withoutDatabase(PlatformPort.CONSOLE, ConsoleService::application),
          withDatabase(PlatformPort.WARNING, "warning", WarningService::application),
          withDatabase(PlatformPort.TASKING, "tasking", TaskingService::application),
          withDatabase(PlatformPort.NOTIFICATION, "notification", NotificationService::application),
          withDatabase(PlatformPort.REPORTING, "reporting", ReportingService::application));

  /** A service with a schema and role of this name. */
  static PlatformService withDatabase(
      PlatformPort port, String schema, Supplier<SpringApplicationBuilder> application) {
    return new PlatformService(port, Optional.of(schema), application);
  }

  /** A service that keeps nothing in the database. */
  static PlatformService withoutDatabase(
      PlatformPort port, Supplier<SpringApplicationBuilder> application) {
    return new PlatformService(port, Optional.empty(), application);
  }

  /**
   * The role that it works under where that is not the owner of its schema, so that the database
   * can refuse it something.
   */
  public Optional<String> applicationRole() {
    return schema.filter("warning"::equals).map(owner -> owner + "_app");
  }

  /** Makes its roles in the database, the owner of its schema first. */
  public void makeRoles(PostgresServer server, DataFolder data) {
    schema.ifPresent(
        owner -> {
          server.createRole(owner, data.secret("db-" + owner));
          applicationRole()
              .ifPresent(
                  role -> server.createApplicationRole(owner, role, data.secret("db-" + role)));
        });
  }

  /** Its name, which is also that of its configuration. */
  public String name() {
    return port.owner();
  }
}
