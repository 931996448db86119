package lantian.kit.observability;

import io.micrometer.core.instrument.Tags;

/** A measure with its labels as it was found. */
public record Figure(Measure measure, Tags labels, double value) {
  Figure(Measure measure, String[] labels, double value) {
    this(measure, Tags.of(labels), value);
  }
}
