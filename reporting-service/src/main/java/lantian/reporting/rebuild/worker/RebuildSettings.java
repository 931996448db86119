package lantian.reporting.rebuild.worker;

import java.time.Duration;
import lantian.reporting.rebuild.RebuildingProjections.Pace;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** {@code lantian.reporting.rebuild.*}: how often it is looked for one, and how it is done. */
@ConfigurationProperties("lantian.reporting.rebuild")
record RebuildSettings(Duration lookEvery, int atOnce, int tries) {
  Pace pace() {
    return new Pace(atOnce, tries);
  }
}
