package lantian.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import lantian.local.Refused;

/**
 * A folder that a command fills by itself and wipes the next time; another one it never touches.
 */
public final class ScratchFolder {

  private ScratchFolder() {}

  /**
   * Makes the folder empty but for the mark.
   *
   * @param mark the name of the file by which the command knows its own folder
   */
  public static void wipe(DataFolder data, String mark) {
    var folder = data.path();
    try {
      if (Files.exists(folder)) {
        if (!Files.exists(folder.resolve(mark))) {
          throw new Refused("scratch.not-ours", folder);
        }
        delete(folder);
      }
      Files.createDirectories(folder);
      Files.createFile(folder.resolve(mark));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var inside = Files.walk(folder)) {
      for (var path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
