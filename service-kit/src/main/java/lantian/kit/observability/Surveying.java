package lantian.kit.observability;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/**
 * Makes all surveys of a service in turn, one at a time, so that asking for the metrics asks
 * nothing of the database and waits for nobody, however many ask and however often.
 */
public final class Surveying {
  private final List<ShownSurvey> surveys;

  Surveying(List<Survey> surveys, SurveySettings settings, MeterRegistry metrics) {
    this.surveys =
        surveys.stream()
            .map(survey -> new ShownSurvey(survey, settings, metrics, System::nanoTime))
            .toList();
  }

  /** Makes every survey at once, due or not, and returns when all figures are shown. */
  public synchronized void lookNow() {
    surveys.forEach(ShownSurvey::look);
  }

  /** Makes those whose time has come. */
  synchronized void lookAtWhatIsDue() {
    surveys.stream().filter(ShownSurvey::isDue).forEach(ShownSurvey::look);
  }
}
