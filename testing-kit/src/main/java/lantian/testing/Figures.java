package lantian.testing;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import lantian.kit.observability.Surveying;
import org.springframework.boot.test.context.TestComponent;

/** The figures that a service serves, looked up anew each time that a test asks. */
@TestComponent
public final class Figures {
  private final Rest rest;
  private final Surveying surveying;

  public Figures(Rest rest, Surveying surveying) {
    this.rest = rest;
    this.surveying = surveying;
  }

  /**
   * The sum of what is served under a name with all of these labels, written {@code state="SENT"};
   * nothing where nothing is.
   */
  public OptionalDouble of(String name, String... labels) {
    var lines = lines(name, labels);
    return lines.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(lines.stream().mapToDouble(Figures::value).sum());
  }

  /** The lines that are served under a name with all of these labels. */
  public List<String> lines(String name, String... labels) {
    surveying.lookNow();
    return rest.get("/actuator/prometheus")
        .body()
        .lines()
        .filter(line -> line.startsWith(name + "{"))
        .filter(line -> Arrays.stream(labels).allMatch(line::contains))
        .toList();
  }

  private static double value(String line) {
    return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
  }
}
