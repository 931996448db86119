package lantian.warning.emergency.metrics;

import java.time.Duration;
import java.util.List;
import lantian.kit.observability.Figure;
import lantian.kit.observability.Measure;
import lantian.kit.observability.Survey;
import lantian.warning.emergency.EmergencyCodes;
import org.springframework.stereotype.Component;

/** Pages everybody for a day when a code was used; out of the table, so that no restart forgets. */
@Component
final class BreakGlassSurvey implements Survey {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Measure USED =
      Measure.count("break.glass.used", "Emergency codes that were used within the last 24 hours");

  private final EmergencyCodes codes;

  BreakGlassSurvey(EmergencyCodes codes) {
    this.codes = codes;
  }

  @Override
  public List<Measure> measures() {
    return List.of(USED);
  }

  @Override
  public List<Figure> look() {
    return List.of(USED.is(codes.usedWithin(DAY)));
  }
}
