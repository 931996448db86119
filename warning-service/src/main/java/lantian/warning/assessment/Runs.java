package lantian.warning.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lantian.warning.policy.Policy;

/** The runs of a series over the thresholds of a policy. */
final class Runs {
  private final RollingAqi rolling;
  private final int gapHours;
  private final Map<Integer, List<Run>> byThreshold = new HashMap<>();

  Runs(RollingAqi rolling, Policy policy) {
    this.rolling = rolling;
    this.gapHours = policy.gapHours();
  }

  /** In the order of time. */
  List<Run> over(int threshold) {
    return byThreshold.computeIfAbsent(threshold, this::find);
  }

  private List<Run> find(int threshold) {
    List<Run> runs = new ArrayList<>();
    int first = -1;
    int last = -1;
    int peak = 0;
    for (int h = 0; h < rolling.size(); h++) {
      int aqi = rolling.aqiOf(h);
      if (aqi > threshold) {
        if (first >= 0 && h - last > gapHours) {
          runs.add(run(first, last, peak));
          first = -1;
          peak = 0;
        }
        if (first < 0) {
          first = h;
        }
        last = h;
        peak = Math.max(peak, aqi);
      }
    }
    if (first >= 0) {
      runs.add(run(first, last, peak));
    }
    return runs;
  }

  private Run run(int first, int last, int peak) {
    int begin = rolling.beginOf(first);
    return new Run(rolling.at(begin), rolling.at(last), last - begin + 1, peak, first, last);
  }
}
