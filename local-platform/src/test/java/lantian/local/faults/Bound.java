package lantian.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;

/**
 * A promise in seconds held against what was measured, which is also written to {@code
 * target/measured.txt}. On a machine that has more to do than processors, time runs slower: there
 * it may take longer in proportion, and twice as long anywhere.
 */
final class Bound {

  private static final Path MEASURED = Path.of("target", "measured.txt");

  private Bound() {}

  static void holds(String what, Duration promised, Duration measured) {
    var system = ManagementFactory.getOperatingSystemMXBean();
    double load = Math.max(0, system.getSystemLoadAverage()) / system.getAvailableProcessors();
    var allowed = Duration.ofMillis(Math.round(promised.toMillis() * 2 * Math.max(1, load)));
    var line =
        String.format(
            Locale.ROOT,
            "%s: %.1f s measured, %.1f s promised, load %.1f a processor%n",
            what,
            measured.toMillis() / 1000.0,
            promised.toMillis() / 1000.0,
            load);
    System.err.print(line);
    try {
      Files.createDirectories(MEASURED.getParent());
      Files.writeString(MEASURED, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(measured).as(what).isLessThanOrEqualTo(allowed);
  }

  /** How long a fault lasts: short, or in full with {@code -Dlantian.faults.full}. */
  static Duration lasting(Duration shortly, Duration inFull) {
    return Boolean.getBoolean("lantian.faults.full") ? inFull : shortly;
  }
}
