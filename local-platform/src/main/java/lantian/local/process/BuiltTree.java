package lantian.local.process;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** The source tree that this program was built in, where the services' jars lie. */
final class BuiltTree {

  private BuiltTree() {}

  /** The folder of a module. */
  static Path module(String name) {
    return root().resolve(name);
  }

  /** The JVM of this program. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Above {@code local-platform/target/classes}, or the jar in {@code local-platform/target}. */
  private static Path root() {
    try {
      var code =
          Path.of(BuiltTree.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return code.resolve("../../..").normalize();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
