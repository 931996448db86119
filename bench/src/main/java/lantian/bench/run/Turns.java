package lantian.bench.run;

import java.util.ArrayList;
import java.util.List;
import lantian.bench.figure.Sample;

/**
 * Measures several things by turns, forwards and backwards, so that what disturbs the machine
 * disturbs all of them.
 *
 * @param warmUp rounds that are not counted
 * @param counted rounds that are
 */
public record Turns(int warmUp, int counted) {

  /** One measurement; what it gives is the figure. */
  @FunctionalInterface
  public interface Measurement {
    double take() throws Exception;
  }

  /** A sample for each, in their order. */
  public List<Sample> of(Measurement... measurements) throws Exception {
    var values = new ArrayList<List<Double>>();
    for (int i = 0; i < measurements.length; i++) {
      values.add(new ArrayList<>());
    }
    for (int round = 0; round < warmUp + counted; round++) {
      for (int i = 0; i < measurements.length; i++) {
        int which = round % 2 == 0 ? i : measurements.length - 1 - i;
        double value = measurements[which].take();
        if (round >= warmUp) {
          values.get(which).add(value);
        }
      }
    }
    return values.stream().map(Sample::new).toList();
  }

  /** How it is said beside the figures. */
  @Override
  public String toString() {
    return counted
        + (counted == 1 ? " round" : " rounds")
        + " by turns after "
        + warmUp
        + " to warm up";
  }
}
