package lantian.bench.run;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import lantian.local.platform.DataFolder;
import lantian.local.platform.Platform;
import lantian.local.platform.PlatformPort;
import lantian.local.platform.PlatformService;
import lantian.local.platform.Ports;
import lantian.local.platform.ScratchFolder;

/**
 * Where a bench works: a folder and ports of its own, and a platform on them.
 *
 * @param atMost larger sizes are left out
 * @param home the source tree that all this was built in
 */
public record Stand(
    Scale scale, int atMost, Path home, Ports ports, DataFolder data, Consumer<String> progress) {

  private static final String MARK = "made-by-lantian-bench";

  /** What lies in the folder of a bench that ran before goes. */
  public Stand wiped() {
    ScratchFolder.wipe(data, MARK);
    return this;
  }

  /** The services in this JVM, beside a broker and a database, each durable. */
  public Platform start(List<PlatformService> services, Map<String, String> settings) {
    var platform = Platform.start(ports, data, services, settings, progress);
    // Also when somebody interrupts it, nothing is left behind.
    Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "closing"));
    return platform;
  }

  /** A connection that may do everything. */
  public Connection superuser() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + ports.of(PlatformPort.POSTGRES) + "/lantian",
        "postgres",
        data.secret("postgres"));
  }

  /** The platform's own description of a service. */
  public static PlatformService service(PlatformPort port) {
    return PlatformService.ALL.stream()
        .filter(service -> service.port() == port)
        .findFirst()
        .orElseThrow();
  }

  public void say(String what) {
    progress.accept(what);
  }

  /** Where profiles are left. */
  public Path profiles() {
    return home.resolve("bench/target/profiles");
  }
}
