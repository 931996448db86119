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
    Finding finding = null;
    for (int h = 0; h < rolling.size(); h++) {
      int aqi = rolling.aqiOf(h);
      if (aqi > threshold) {
        if (finding != null && h - finding.last > gapHours) {
          runs.add(finding.run());
          finding = null;
        }
        if (finding == null) {
          finding = new Finding(h);
        }
        finding.add(h, aqi);
      }
    }
    if (finding != null) {
      runs.add(finding.run());
    }
    return runs;
  }

  /** A run that may not be at its end. */
  private final class Finding {
    private final int first;
    private final List<Run.Part> parts = new ArrayList<>(1);
    private int partFirst;
    private int last;
    private int peak;

    Finding(int first) {
      this.first = first;
      this.partFirst = first;
      this.last = first;
    }

    void add(int h, int aqi) {
      if (h - last > 1) {
        endPart();
        partFirst = h;
      }
      last = h;
      peak = Math.max(peak, aqi);
    }

    private void endPart() {
      parts.add(new Run.Part(rolling.at(partFirst), rolling.at(last)));
    }

    Run run() {
      endPart();
      int begin = rolling.beginOf(first);
      return new Run(
          rolling.at(begin), rolling.at(last), last - begin + 1, peak, first, last, parts);
    }
  }
}
