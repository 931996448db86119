package lantian.console.issuer;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * The programs that hand in forecasts and observations: those that {@code
 * machine-clients.properties} in the data folder lists, each with the place that it acts for.
 *
 * <pre>changji-model = 652300</pre>
 */
record MachineClients(List<MachineClient> all) {
  static final String FILE = "machine-clients.properties";

  /**
   * One of them.
   *
   * @param id its name, which stands with whatever it hands in
   * @param jurisdiction a code of six digits, or {@code *} for all
   */
  record MachineClient(String id, String jurisdiction) {
    MachineClient {
      if (!id.matches("[a-z0-9][a-z0-9-]{1,62}") || id.equals(TokenClient.ID)) {
        throw new IllegalArgumentException(FILE + ": a client cannot be called " + id);
      }
      if (!jurisdiction.matches("\\*|\\d{6}")) {
        throw new IllegalArgumentException(
            FILE + ": " + id + " acts for no place: " + jurisdiction);
      }
    }

    /** The file with its secret, in the folder {@code secrets}. */
    String secretFile() {
      return "machine-" + id;
    }
  }

  MachineClients {
    all = List.copyOf(all);
  }

  /** None where there is no such file. */
  static MachineClients in(Path dataFolder) {
    var listed = new Properties();
    var file = dataFolder.resolve(FILE);
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        listed.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new MachineClients(
        listed.stringPropertyNames().stream()
            .sorted()
            .map(id -> new MachineClient(id, listed.getProperty(id).strip()))
            .toList());
  }
}
