package lantian.local.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * PostgreSQL on a fixed folder, one database with a role and a schema for each service. Every
 * commit that was acknowledged is on the disk ({@code fsync}, {@code synchronous_commit} and {@code
 * full_page_writes} on); it listens on loopback only and asks everybody for a password.
 */
public final class PostgresServer implements AutoCloseable {

  private static final String SUPERUSER = "postgres";
  private static final String DATABASE = "lantian";
  private static final String COMPLETE = "lantian-complete";

  private final EmbeddedPostgres postgres;
  private final int port;
  private final String superuserPassword;

  private PostgresServer(EmbeddedPostgres postgres, int port, String superuserPassword) {
    this.postgres = postgres;
    this.port = port;
    this.superuserPassword = superuserPassword;
  }

  /**
   * Starts PostgreSQL on {@code folder}, which is initialised when it is new. One that a killed
   * platform left running there is stopped first.
   *
   * @param binaries where the programs are unpacked to, once
   * @param passwordFile holds the superuser's password
   * @param log receives what the server says
   */
  public static PostgresServer start(
      Path folder, int port, Path binaries, Path passwordFile, Path log) {
    try {
      LeftOverPostgres.stop(folder);
      setAsideWhenIncomplete(folder);
      Files.createDirectories(binaries);
      Files.createDirectories(log.toAbsolutePath().getParent());
      String password = Files.readString(passwordFile).strip();
      var postgres =
          EmbeddedPostgres.builder()
              .setPort(port)
              .setDataDirectory(folder)
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setOverrideWorkingDirectory(binaries.toFile())
              .setPGStartupWait(Duration.ofSeconds(60))
              .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .setConnectConfig("password", password)
              // The same order and the same letters on every machine, Chinese ones included.
              .setLocaleConfig("locale", "C")
              .setLocaleConfig("locale-provider", "builtin")
              .setLocaleConfig("builtin-locale", "C.UTF-8")
              .setLocaleConfig("auth-host", "scram-sha-256")
              .setLocaleConfig("pwfile", passwordFile.toString())
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("unix_socket_directories", "")
              .setServerConfig("max_connections", "200")
              .setServerConfig("timezone", "UTC")
              .setServerConfig("log_timezone", "UTC")
              .setServerConfig("jit", "off")
              .start();
      Files.writeString(folder.resolve(COMPLETE), "");
      return new PostgresServer(postgres, port, password);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address of the platform's database. */
  public String url() {
    return url(DATABASE);
  }

  /** Makes the database, unless it is there. */
  public void createDatabase() {
    try (var connection = connect("postgres");
        var found =
            connection
                .createStatement()
                .executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
      if (!found.next()) {
        connection.createStatement().execute("create database " + DATABASE);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The database cannot be created", e);
    }
  }

  /** Makes a role that owns nothing: what it may do in the schema is granted by its owner. */
  public void createApplicationRole(String schema, String name, String password) {
    try (var connection = connect(DATABASE);
        var statement = connection.createStatement()) {
      login(statement, schema, name, password);
    } catch (SQLException e) {
      throw new IllegalStateException("The role " + name + " cannot be created", e);
    }
  }

  /** Makes the role of a service and the schema of the same name, which it owns and alone sees. */
  public void createRole(String name, String password) {
    try (var connection = connect(DATABASE);
        var statement = connection.createStatement()) {
      login(statement, name, name, password);
      statement.execute("create schema if not exists " + name + " authorization " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("The role " + name + " cannot be created", e);
    }
  }

  private static void login(Statement statement, String schema, String name, String password)
      throws SQLException {
    try (var found =
        statement.executeQuery("select 1 from pg_roles where rolname = '" + name + "'")) {
      if (!found.next()) {
        statement.execute("create role " + name + " login");
      }
    }
    statement.execute("alter role " + name + " password '" + password + "'");
    statement.execute("alter role " + name + " set search_path = " + schema);
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database), SUPERUSER, superuserPassword);
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** A folder whose initialisation was cut short never held data; it is kept aside all the same. */
  private static void setAsideWhenIncomplete(Path folder) throws IOException {
    if (!Files.exists(folder) || Files.exists(folder.resolve(COMPLETE))) {
      return;
    }
    int number = 1;
    Path aside = folder.resolveSibling(folder.getFileName() + ".incomplete-" + number);
    while (Files.exists(aside)) {
      number++;
      aside = folder.resolveSibling(folder.getFileName() + ".incomplete-" + number);
    }
    Files.move(folder, aside);
  }
}
