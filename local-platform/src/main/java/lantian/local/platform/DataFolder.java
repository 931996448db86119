package lantian.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import lantian.local.Refused;
import org.jspecify.annotations.Nullable;

/** Where one platform keeps what survives a restart: logs of Kafka, PostgreSQL's files, secrets. */
public record DataFolder(Path path) {

  private static final int SECRET_BYTES = 32;

  public DataFolder {
    path = path.toAbsolutePath().normalize();
  }

  public Path kafka() {
    return path.resolve("kafka");
  }

  public Path postgres() {
    return path.resolve("postgres");
  }

  public Path logs() {
    return path.resolve("logs");
  }

  public Path secrets() {
    return path.resolve("secrets");
  }

  /** The folder for this platform alone until the returned lock is closed, or the process ends. */
  public FileLock claim() {
    try {
      Files.createDirectories(path);
      var channel =
          FileChannel.open(
              path.resolve("lantian.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      var lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new Refused("data.in-use", path);
      }
      return lock;
    } catch (IOException e) {
      throw new Refused("data.unusable", path, e.toString());
    }
  }

  /** The file of a secret of this name, readable by its owner only, made on first use. */
  public Path secretFile(String name) {
    var file = secrets().resolve(name);
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(secrets(), ownerOnly("rwx------"));
        write(file, random());
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The secret of this name, made on first use. */
  public String secret(String name) {
    try {
      return Files.readString(secretFile(name)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The file of a key that signs (P-256, both halves in PEM), readable by its owner only, made on
   * first use.
   */
  public Path keyFile(String name) {
    var file = secrets().resolve(name);
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(secrets(), ownerOnly("rwx------"));
        write(file, freshKey());
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String freshKey() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      var pair = generator.generateKeyPair();
      return pem("PRIVATE KEY", pair.getPrivate()) + pem("PUBLIC KEY", pair.getPublic());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String name, Key key) {
    var encoded = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return "-----BEGIN " + name + "-----\n" + encoded + "\n-----END " + name + "-----\n";
  }

  private static void write(Path file, String secret) throws IOException {
    try {
      Files.createFile(file, ownerOnly("rw-------"));
      Files.writeString(file, secret);
    } catch (FileAlreadyExistsException e) {
      // Another process was first; its secret holds.
    }
  }

  private static String random() {
    var bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
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
