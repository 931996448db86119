package lantian.warning.aqi.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lantian.events.Pollutant;
import org.jspecify.annotations.Nullable;

/** The index of each sample, in the order of the samples. */
record AqiView(List<ResultView> results) {

  record ResultView(
      @Nullable Integer aqi,
      @Nullable String category,
      List<Pollutant> primaryPollutants,
      Map<String, @Nullable Integer> iaqi,
      String standard,
      boolean publishable) {}

  /** All six pollutants by name, null where there is no sub-index. */
  static Map<String, @Nullable Integer> byCode(Map<Pollutant, Integer> iaqi) {
    Map<String, @Nullable Integer> byCode = new LinkedHashMap<>();
    for (Pollutant pollutant : Pollutant.values()) {
      byCode.put(pollutant.code(), iaqi.get(pollutant));
    }
    return byCode;
  }
}
