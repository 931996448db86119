package lantian.local.platform;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import lantian.local.Refused;

/** Starts a platform as a process of its own, which outlives the one that started it. */
public final class DetachedPlatform {

  private static final Duration HEALTHY_WITHIN = Duration.ofSeconds(180);
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int TAIL_LINES = 40;

  private DetachedPlatform() {}

  /**
   * Returns when all services are healthy. When they are not in time, or the process ends, it is
   * stopped and the end of its log is part of the refusal.
   */
  public static void start(Ports ports, DataFolder data, Consumer<String> progress) {
    try {
      Files.createDirectories(data.logs());
      var said = data.logs().resolve("up.log");
      Files.deleteIfExists(said);
      var process =
          new ProcessBuilder(command(ports, data))
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      var stopping = new Thread(process::destroy, "stopping-the-child");
      Runtime.getRuntime().addShutdownHook(stopping);
      await(process, ports, data, said, progress);
      Runtime.getRuntime().removeShutdownHook(stopping);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void await(
      Process process, Ports ports, DataFolder data, Path said, Consumer<String> progress)
      throws IOException {
    var log = data.logs().resolve("lantian.log");
    long logged = Files.exists(log) ? Files.size(log) : 0;
    long until = System.nanoTime() + HEALTHY_WITHIN.toNanos();
    long read = 0;
    try (var health = new Health(ports, PlatformService.ALL)) {
      while (true) {
        boolean alive = process.isAlive();
        read = pass(said, read, progress);
        if (!alive) {
          progress.accept(tail(log, logged));
          throw new Refused("up.ended", Integer.toString(process.exitValue()), data.logs());
        }
        if (health.missing().isEmpty()) {
          return;
        }
        if (System.nanoTime() > until || Thread.currentThread().isInterrupted()) {
          process.destroy();
          progress.accept(tail(log, logged));
          throw new Refused(
              "up.unhealthy",
              String.join(", ", health.missing()),
              Long.toString(HEALTHY_WITHIN.toSeconds()),
              data.logs());
        }
        LockSupport.parkNanos(PAUSE);
      }
    }
  }

  /** Passes on the whole lines that were written since; returns where the next one begins. */
  private static long pass(Path said, long from, Consumer<String> progress) throws IOException {
    try (var file = new RandomAccessFile(said.toFile(), "r")) {
      file.seek(from);
      var bytes = new byte[(int) (file.length() - from)];
      file.readFully(bytes);
      int end = bytes.length;
      while (end > 0 && bytes[end - 1] != '\n') {
        end--;
      }
      new String(bytes, 0, end, StandardCharsets.UTF_8).lines().forEach(progress);
      return from + end;
    }
  }

  /** The last lines of the log that were written since it was so long. */
  private static String tail(Path log, long from) throws IOException {
    if (!Files.exists(log)) {
      return "";
    }
    var lines = new ArrayList<String>();
    pass(log, Math.min(from, Files.size(log)), lines::add);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
  }

  private static List<String> command(Ports ports, DataFolder data) {
    var command = new ArrayList<String>();
    // Closing the terminal must not end the platform.
    command.add("nohup");
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // The same JVM as this one: memory and compiler.
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("lantian.local.Lantian");
    command.add("up");
    command.add("--port-base");
    command.add(Integer.toString(ports.base()));
    command.add("--data");
    command.add(data.path().toString());
    return command;
  }
}
