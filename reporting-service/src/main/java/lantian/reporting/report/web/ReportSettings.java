package lantian.reporting.report.web;

import lantian.reporting.episode.Extent;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** {@code lantian.reporting.extent}: how much a report names. */
@ConfigurationProperties("lantian.reporting.extent")
record ReportSettings(int named, int longestTable, int shown, int names) {
  Extent extent() {
    return new Extent(named, longestTable, shown, names);
  }
}
