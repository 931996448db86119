package lantian.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Properties;

/** The platforms of this person that run now: one small file each, named by the port base. */
public final class RunningPlatforms {

  private final Path folder;

  public RunningPlatforms(Path folder) {
    this.folder = folder;
  }

  /** Those in the person's own folder for state. */
  public static RunningPlatforms ofThisUser() {
    return new RunningPlatforms(stateFolder().resolve("running"));
  }

  /** Where this person's programs keep state that is not data. */
  public static Path stateFolder() {
    var own = System.getenv("LANTIAN_STATE_DIR");
    if (own != null && !own.isBlank()) {
      return Path.of(own).toAbsolutePath();
    }
    var xdg = System.getenv("XDG_STATE_HOME");
    if (xdg != null && !xdg.isBlank()) {
      return Path.of(xdg, "lantian").toAbsolutePath();
    }
    return Path.of(System.getProperty("user.home"), ".local", "state", "lantian");
  }

  /** The platform at that port base, if it still runs. */
  public Optional<RunningPlatform> at(int portBase) {
    return read(portBase).filter(platform -> platform.process().isPresent());
  }

  /** Notes that this platform runs, in place of what stood at its port base. */
  public void add(RunningPlatform platform) {
    var entry = new Properties();
    entry.setProperty("pid", Long.toString(platform.pid()));
    entry.setProperty("startedAt", platform.startedAt().toString());
    entry.setProperty("data", platform.data().toString());
    try {
      Files.createDirectories(folder);
      var written = Files.createTempFile(folder, Integer.toString(platform.portBase()), ".new");
      try (var out = Files.newBufferedWriter(written)) {
        entry.store(out, null);
      }
      Files.move(
          written,
          file(platform.portBase()),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Forgets this platform, but not another one that has taken its port base since. */
  public void remove(RunningPlatform platform) {
    try {
      if (read(platform.portBase()).filter(platform::equals).isPresent()) {
        Files.deleteIfExists(file(platform.portBase()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one that was started last at that port base and never said that it stopped. */
  public Optional<RunningPlatform> notedAt(int portBase) {
    return read(portBase);
  }

  private Optional<RunningPlatform> read(int portBase) {
    var entry = new Properties();
    try (var in = Files.newBufferedReader(file(portBase))) {
      entry.load(in);
      return Optional.of(
          new RunningPlatform(
              portBase,
              Long.parseLong(entry.getProperty("pid", "")),
              Instant.parse(entry.getProperty("startedAt", "")),
              Path.of(entry.getProperty("data", ""))));
    } catch (IOException | IllegalArgumentException | DateTimeParseException e) {
      // Not there, or not written by us: nothing that may be stopped.
      return Optional.empty();
    }
  }

  private Path file(int portBase) {
    return folder.resolve(portBase + ".properties");
  }
}
