package lantian.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The metrics that a running service serves, held to the tables of {@code docs/operations.md}:
 * {@code MetricTable.mustBe("tasking", rest)} in one small test of each service, once everything
 * that it has was shown at least once.
 */
public final class MetricTable {
  private static final String ALL = "all";
  private static final Pattern OURS =
      Pattern.compile("\\| (`[a-z].*`) \\| ([a-z, ]+) \\| [^|]*\\|");
  private static final Pattern LIBRARIES = Pattern.compile("\\| (`[a-z_0-9`, ]+_`) \\| [^|]*\\|");
  private static final Pattern CODE = Pattern.compile("`([a-z0-9_]+)(\\{[^}]*})?`");
  private static final String TYPE = "# TYPE ";

  private MetricTable() {}

  /** Fails with what is served and not documented, and what is documented and not served. */
  public static void mustBe(String service, Rest rest) {
    var documented = documented(service);
    var prefixes = prefixes();
    if (documented.isEmpty() || prefixes.isEmpty()) {
      throw new AssertionError("docs/operations.md has no metrics of " + service);
    }
    var served = served(rest);
    var unknown = new TreeSet<>(served);
    unknown.removeAll(documented);
    unknown.removeIf(name -> documented.contains(name.replaceFirst("_max$", "")));
    unknown.removeIf(name -> prefixes.stream().anyMatch(name::startsWith));
    var missing = new TreeSet<>(documented);
    missing.removeAll(served);
    if (!unknown.isEmpty() || !missing.isEmpty()) {
      throw new AssertionError(
          "docs/operations.md, metrics of %s: served and not there %s; there and not served %s"
              .formatted(service, unknown, missing));
    }
  }

  private static Set<String> served(Rest rest) {
    return rest.get("/actuator/prometheus")
        .body()
        .lines()
        .filter(line -> line.startsWith(TYPE))
        .map(line -> line.substring(TYPE.length()).split(" ", 2)[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> documented(String service) {
    return lines()
        .map(OURS::matcher)
        .filter(row -> row.matches())
        .filter(row -> Arrays.stream(row.group(2).split(", ")).anyMatch(isOf(service)))
        .flatMap(row -> CODE.matcher(row.group(1)).results())
        .map(code -> code.group(1))
        .collect(Collectors.toSet());
  }

  private static Predicate<String> isOf(String service) {
    return named -> named.equals(ALL) || named.equals(service);
  }

  private static Set<String> prefixes() {
    return lines()
        .map(LIBRARIES::matcher)
        .filter(row -> row.matches())
        .flatMap(row -> CODE.matcher(row.group(1)).results())
        .map(code -> code.group(1))
        .collect(Collectors.toSet());
  }

  private static Stream<String> lines() {
    for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      var document = folder.resolve(Path.of("docs", "operations.md"));
      if (Files.exists(document)) {
        try {
          return Files.readAllLines(document).stream();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    throw new IllegalStateException("not within the source tree");
  }
}
