package lantian.bench.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The memory that a process and its children hold, what they share counted once (Linux). */
final class Memory {

  private static final String PROPORTIONAL = "Pss:";

  private Memory() {}

  /**
   * In MiB, with the database server whose folder this is; a process that is gone holds nothing.
   */
  static double of(long pid, Path postgres) {
    return Stream.concat(family(pid), server(postgres).stream().flatMap(Memory::family))
            .mapToLong(Memory::kibibytes)
            .sum()
        / 1024.0;
  }

  private static Stream<Long> family(long pid) {
    return ProcessHandle.of(pid).stream()
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .map(ProcessHandle::pid);
  }

  private static Optional<Long> server(Path postgres) {
    try {
      return Optional.of(
          Long.parseLong(
              Files.readAllLines(postgres.resolve("postmaster.pid")).getFirst().strip()));
    } catch (IOException e) {
      return Optional.empty(); // not yet, or no longer
    }
  }

  private static long kibibytes(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "smaps_rollup")).stream()
          .filter(line -> line.startsWith(PROPORTIONAL))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    } catch (IOException e) {
      return 0; // it has ended
    }
  }
}
