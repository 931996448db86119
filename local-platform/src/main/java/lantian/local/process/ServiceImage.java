package lantian.local.process;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lantian.local.Refused;
import lantian.local.platform.PlatformService;

/**
 * A service's executable jar, unpacked, with a cache of its loaded classes (JEP 514): nested it is
 * ready after 13 s and more, like this after 5 s. Made once for each build and kept beside it.
 */
final class ServiceImage {

  /** Quick to start and modest, as the whole platform in one JVM is. */
  static final List<String> JVM =
      List.of(
          "-XX:+UseSerialGC",
          "-Xmx512m",
          "-XX:TieredStopAtLevel=1",
          "-XX:+ExitOnOutOfMemoryError",
          "-Duser.timezone=Asia/Shanghai",
          "-Dfile.encoding=UTF-8",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  /** The images that this program uses, until it ends: another one does not remove them. */
  private static final Map<Path, FileLock> IN_USE = new ConcurrentHashMap<>();

  private final PlatformService service;
  private final Path folder;

  private ServiceImage(PlatformService service, Path folder) {
    this.service = service;
    this.folder = folder;
  }

  /** Nobody else makes or trains images until this is closed. */
  static Closeable preparing() {
    try {
      Files.createDirectories(images());
      var channel = FileChannel.open(images().resolve("lock"), CREATE, WRITE);
      channel.lock();
      return channel;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Unpacks the jar of the build that this program comes from, unless that was done before. */
  static ServiceImage of(PlatformService service) {
    try {
      var jar = executableJar(service);
      var images = images();
      var folder = images.resolve(service.name() + "-" + fingerprint(jar));
      if (!Files.exists(folder)) {
        removeEarlier(images, service.name() + "-");
        unpack(jar, folder);
      }
      IN_USE.computeIfAbsent(folder, ServiceImage::use);
      return new ServiceImage(service, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The command that starts it, quickly when it is trained. */
  List<String> command() {
    return java(isTrained() ? List.of("-XX:AOTCache=" + cache()) : List.of());
  }

  boolean isTrained() {
    return Files.exists(cache());
  }

  /** The command of a run that, when it is asked to end, leaves the cache behind. */
  List<String> trainingCommand() {
    return java(List.of("-XX:AOTCacheOutput=" + unfinished()));
  }

  /** Takes the cache of a training run that has ended into use. */
  void trained() {
    try {
      if (Files.exists(unfinished())) {
        Files.move(unfinished(), cache(), StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path cache() {
    return folder.resolve("classes.aot");
  }

  private Path unfinished() {
    return folder.resolve("classes.aot.new");
  }

  private List<String> java(List<String> more) {
    var command = new ArrayList<String>();
    command.add(BuiltTree.java());
    command.addAll(JVM);
    command.addAll(more);
    command.add("-jar");
    command.add(folder.resolve(service.name() + ".jar").toString());
    return command;
  }

  private static Path executableJar(PlatformService service) throws IOException {
    var target = BuiltTree.module(service.name()).resolve("target");
    try (var files = Files.exists(target) ? Files.list(target) : Stream.<Path>of()) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("-exec.jar"))
          .findFirst()
          .orElseThrow(() -> new Refused("process.not-built", service.name(), target));
    }
  }

  private static void unpack(Path jar, Path folder) throws IOException {
    Files.createDirectories(folder.getParent());
    var fresh = Files.createTempDirectory(folder.getParent(), "unpacking-");
    // The name in the image does not depend on the version.
    var named = Files.copy(jar, fresh.resolve("nested.jar"));
    var inside = fresh.resolve("image");
    var unpacking =
        new ProcessBuilder(
                BuiltTree.java(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djarmode=tools",
                "-jar",
                named.toString(),
                "extract",
                "--destination",
                inside.toString())
            .redirectErrorStream(true)
            .redirectOutput(fresh.resolve("said").toFile())
            .start();
    try {
      if (!unpacking.waitFor(60, TimeUnit.SECONDS) || unpacking.exitValue() != 0) {
        throw new IllegalStateException(
            jar + " cannot be unpacked: " + Files.readString(fresh.resolve("said")));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
    var name = folder.getFileName().toString();
    Files.move(
        inside.resolve("nested.jar"),
        inside.resolve(name.substring(0, name.lastIndexOf('-')) + ".jar"));
    Files.move(inside, folder, StandardCopyOption.ATOMIC_MOVE);
    delete(fresh);
  }

  private static void removeEarlier(Path images, String beginning) throws IOException {
    if (!Files.exists(images)) {
      return;
    }
    List<Path> earlier;
    try (var all = Files.list(images)) {
      earlier = all.filter(image -> image.getFileName().toString().startsWith(beginning)).toList();
    }
    for (var image : earlier) {
      if (!isUsedElsewhere(image)) {
        delete(image);
      }
    }
  }

  private static Path images() {
    return BuiltTree.module("local-platform").resolve("target/service-images");
  }

  private static FileLock use(Path image) {
    try {
      return FileChannel.open(image.resolve("in-use"), CREATE, READ, WRITE)
          .lock(0, Long.MAX_VALUE, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isUsedElsewhere(Path image) throws IOException {
    if (IN_USE.containsKey(image)) {
      return true;
    }
    try (var channel = FileChannel.open(image.resolve("in-use"), CREATE, READ, WRITE);
        var lock = channel.tryLock()) {
      return lock == null;
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var inside = Files.walk(folder)) {
      for (var path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** Of the jar and of what else the cache depends on: the JVM and its options. */
  private static String fingerprint(Path jar) throws IOException {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update((System.getProperty("java.vm.version") + JVM).getBytes(StandardCharsets.UTF_8));
      try (InputStream in = new DigestInputStream(Files.newInputStream(jar), sha256)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(sha256.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
