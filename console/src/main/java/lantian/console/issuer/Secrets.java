package lantian.console.issuer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** Files that only their owner may read, each made once. */
record Secrets(Path folder) {

  /** What the file holds; {@code first} makes it when it is not there yet. */
  String keep(String name, Supplier<String> first) {
    var file = folder.resolve(name);
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(folder, ownerOnly("rwx------"));
        // Written beside and moved, so that nobody ever reads half a secret.
        var written = Files.createTempFile(folder, name, ".new", ownerOnly("rw-------"));
        Files.writeString(written, first.get());
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileAttribute<?>[] ownerOnly(String permissions) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
