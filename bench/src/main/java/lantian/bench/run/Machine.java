package lantian.bench.run;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.apache.kafka.common.utils.AppInfoParser;

/** What a run was made on. */
public final class Machine {

  private Machine() {}

  /** One sentence: date, cores, memory, JVM, versions, and how busy it was before. */
  public static String described() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return String.format(
        Locale.ROOT,
        "%s; %d cores, %d GiB; %s %s, %s; PostgreSQL 17.6, Kafka %s; load before: %.1f",
        LocalDate.now(ZoneOffset.UTC),
        system.getAvailableProcessors(),
        Math.round(system.getTotalMemorySize() / (double) (1L << 30)),
        System.getProperty("java.vendor.version", "JDK"),
        Runtime.version(),
        collector(),
        AppInfoParser.getVersion(),
        system.getSystemLoadAverage());
  }

  private static String collector() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .map(collector -> collector.getName())
        .reduce((first, second) -> first + " + " + second)
        .orElse("");
  }
}
