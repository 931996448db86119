package lantian.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import lantian.local.platform.DataFolder;
import lantian.local.platform.PlatformPort;
import lantian.local.platform.PlatformService;
import lantian.local.platform.Ports;
import lantian.local.platform.RunningPlatforms;
import lantian.local.postgres.PostgresServer;
import org.jspecify.annotations.Nullable;

/** PostgreSQL: the postmaster and all its children. */
public final class DatabaseProcess implements Part {

  private final Ports ports;
  private final DataFolder data;
  private final Guard guard;
  private @Nullable PostgresServer server;
  private @Nullable ProcessHandle postmaster;

  DatabaseProcess(Ports ports, DataFolder data, Guard guard) {
    this.ports = ports;
    this.data = data;
    this.guard = guard;
  }

  @Override
  public String name() {
    return "postgresql";
  }

  /** Returns when it takes connections, its recovery included. */
  @Override
  public synchronized void start() {
    var fresh =
        PostgresServer.start(
            data.postgres(),
            ports.of(PlatformPort.POSTGRES),
            RunningPlatforms.stateFolder().resolve("postgres-binaries"),
            data.secretFile("postgres"),
            data.logs().resolve("postgres.log"));
    var first = server == null;
    server = fresh;
    var found = findPostmaster();
    postmaster = found;
    guard.watch(found);
    if (first) {
      fresh.createDatabase();
      for (var service : PlatformService.ALL) {
        service.makeRoles(fresh, data);
      }
    }
  }

  @Override
  public void awaitReady(Duration within) {
    Waiting.until(
        within,
        () -> "PostgreSQL takes no connection",
        () -> {
          try (var _ = connect()) {
            return true;
          } catch (SQLException e) {
            return false;
          }
        });
  }

  /** A connection that may read and write everything. */
  public Connection connect() throws SQLException {
    var login = new Properties();
    login.setProperty("user", "postgres");
    login.setProperty("password", data.secret("postgres"));
    login.setProperty("connectTimeout", "3");
    return DriverManager.getConnection(running().url(), login);
  }

  @Override
  public boolean isAlive() {
    var current = postmaster;
    return current != null && current.isAlive();
  }

  @Override
  public void kill() {
    var family = family();
    Signals.send("KILL", family);
    for (var process : family) {
      try {
        process.onExit().get(20, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
        throw new IllegalStateException("PostgreSQL does not end", e);
      }
    }
  }

  @Override
  public void suspend() {
    Signals.send("STOP", family());
    // A child that was made in the meantime.
    Signals.send("STOP", family());
  }

  @Override
  public void resume() {
    var family = new ArrayList<>(family());
    Signals.send("CONT", family.reversed());
  }

  void stop() {
    var current = server;
    if (current != null && isAlive()) {
      current.close();
    }
  }

  private List<ProcessHandle> family() {
    var parent = Objects.requireNonNull(postmaster, "PostgreSQL was never started");
    var family = new ArrayList<ProcessHandle>();
    family.add(parent);
    parent.descendants().forEach(family::add);
    return family;
  }

  private ProcessHandle findPostmaster() {
    try {
      var pid = Files.readAllLines(data.postgres().resolve("postmaster.pid")).getFirst().strip();
      return ProcessHandle.of(Long.parseLong(pid))
          .orElseThrow(() -> new IllegalStateException("PostgreSQL is gone"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PostgresServer running() {
    return Objects.requireNonNull(server, "PostgreSQL was never started");
  }
}
