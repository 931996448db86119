package lantian.kit.observability;

import org.jspecify.annotations.Nullable;

/** What is measured: a name with dots, the unit where it is not a count, and a word on it. */
public record Measure(String name, @Nullable String unit, String description) {

  public static Measure count(String name, String description) {
    return new Measure(name, null, description);
  }

  /** Of a time; {@code seconds} is added to the name. */
  public static Measure seconds(String name, String description) {
    return new Measure(name, "seconds", description);
  }

  /** The measure as it is now, with labels: name, value, name, value. */
  public Figure is(double value, String... labels) {
    return new Figure(this, labels, value);
  }
}
