package lantian.local.demo;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * What seems like chance in a demo: drawn from the names of what it is about, so that the same
 * episode plays the same way each time, in whatever order things arrive.
 */
final class Chance {
  private static final String SEED = "lantian-demo-1";

  private Chance() {}

  /** A number from 0 up to, not including, the bound. */
  static int below(int bound, Object... about) {
    var digest = new CRC32C();
    digest.update(SEED.getBytes(StandardCharsets.UTF_8));
    for (var part : about) {
      digest.update('/');
      digest.update(part.toString().getBytes(StandardCharsets.UTF_8));
    }
    // Mixed once more: neighbouring names must not give neighbouring numbers.
    long mixed = digest.getValue() * 0x9E3779B97F4A7C15L;
    return (int) Math.floorMod(mixed >>> 20, (long) bound);
  }

  /** Minutes between the two, both included, in steps of five. */
  static int minutes(int from, int to, Object... about) {
    return from + 5 * below((to - from) / 5 + 1, about);
  }
}
