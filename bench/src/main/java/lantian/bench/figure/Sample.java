package lantian.bench.figure;

import java.util.List;

/** The same thing measured some times. */
public record Sample(List<Double> values) {

  public Sample {
    values = values.stream().sorted().toList();
    if (values.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
  }

  /** Measured once. */
  public static Sample of(double value) {
    return new Sample(List.of(value));
  }

  public double median() {
    int middle = values.size() / 2;
    return values.size() % 2 == 1
        ? values.get(middle)
        : (values.get(middle - 1) + values.get(middle)) / 2;
  }

  /** The value that so much of them, from 0 to 1, do not exceed. */
  public double quantile(double share) {
    int rank = (int) Math.ceil(share * values.size());
    return values.get(Math.max(0, rank - 1));
  }

  public double least() {
    return values.getFirst();
  }

  public double most() {
    return values.getLast();
  }
}
