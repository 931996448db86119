package lantian.bench.run;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lantian.local.platform.DataFolder;

/** Nanoseconds of processor time used so far, by process and by the threads of this one. */
record Processor(long jvm, long postgres, Map<String, Long> threads) {

  private static final long NANOS_A_TICK = 10_000_000;
  private static final int USER_TIME = 11;
  private static final int OF_CHILDREN = 4;
  private static final int MOST_THREADS = 12;

  static Processor now(DataFolder data) {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    var beans = ManagementFactory.getThreadMXBean();
    var threads = new HashMap<String, Long>();
    for (var id : beans.getAllThreadIds()) {
      var info = beans.getThreadInfo(id);
      if (info != null) {
        threads.merge(
            info.getThreadName().replaceAll("\\d+", "*"), beans.getThreadCpuTime(id), Long::sum);
      }
    }
    return new Processor(system.getProcessCpuTime(), postgres(data), threads);
  }

  Processor since(Processor before) {
    var used = new HashMap<String, Long>();
    threads.forEach(
        (name, time) -> used.put(name, Math.max(0, time - before.threads.getOrDefault(name, 0L))));
    return new Processor(jvm - before.jvm, postgres - before.postgres, used);
  }

  String shareOf(Duration time) {
    var lines = new ArrayList<String>();
    lines.add("processor, in cores:");
    lines.add(line("this JVM", jvm, time));
    lines.add(line("PostgreSQL", postgres, time));
    lines.add("of this JVM, by thread (the rest: virtual threads, compiler, collector):");
    threads.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .limit(MOST_THREADS)
        .forEach(thread -> lines.add(line(thread.getKey(), thread.getValue(), time)));
    return String.join("\n", lines) + "\n";
  }

  private static String line(String what, long nanos, Duration time) {
    return "  %5.2f  %s".formatted(nanos / (double) time.toNanos(), what);
  }

  /** The server and its children; what a child that ended had used is in its parent's. */
  private static long postgres(DataFolder data) {
    try {
      var server =
          Long.parseLong(
              Files.readAllLines(data.postgres().resolve("postmaster.pid")).getFirst().strip());
      long ticks = ticks(server, true);
      for (var child : children(server)) {
        ticks += ticks(child, false);
      }
      return ticks * NANOS_A_TICK;
    } catch (IOException e) {
      return 0; // no server, or no /proc: then this line says nothing
    }
  }

  private static List<Long> children(long server) {
    return ProcessHandle.of(server).stream()
        .flatMap(ProcessHandle::descendants)
        .map(ProcessHandle::pid)
        .toList();
  }

  private static long ticks(long process, boolean withChildren) throws IOException {
    var file = Path.of("/proc", Long.toString(process), "stat");
    if (!Files.exists(file)) {
      return 0;
    }
    var line = Files.readString(file);
    var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
    long ticks = 0;
    for (int i = 0; i < (withChildren ? OF_CHILDREN : OF_CHILDREN / 2); i++) {
      ticks += Long.parseLong(fields[USER_TIME + i]);
    }
    return ticks;
  }
}
