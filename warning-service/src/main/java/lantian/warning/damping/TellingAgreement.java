package lantian.warning.damping;

import java.util.List;
import java.util.stream.Collectors;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.warning.assessment.Phrases;
import org.springframework.stereotype.Service;

/** Says in words how far runs agree, and what waits until they do. */
@Service
public class TellingAgreement {

  /** The confidence from the runs (把握); empty where there is no run. */
  public Text confidence(List<Agreement> agreements) {
    return new Text(
        confidence(agreements, Phrases.CHINESE), confidence(agreements, Phrases.ENGLISH));
  }

  /** That, why, and until when a change waits. */
  public Text damped(Damped damped) {
    return new Text(damped(damped, Phrases.CHINESE), damped(damped, Phrases.ENGLISH));
  }

  public String confidence(List<Agreement> agreements, Phrases in) {
    if (agreements.isEmpty()) {
      return "";
    }
    String each =
        agreements.stream()
            .map(agreement -> source(agreement, in))
            .collect(Collectors.joining(in.text("tracking.and-source")));
    return in.text("tracking.confidence", each);
  }

  public String damped(Damped damped, Phrases in) {
    String code = damped.raises() ? "tracking.damped-raise" : "tracking.damped-lowering";
    return in.text(
        code,
        in.level(damped.to()),
        damped.runs(),
        damped.agreeing(),
        damped.needed(),
        damped.atOnceHours(),
        in.level(damped.from()));
  }

  private static String source(Agreement agreement, Phrases in) {
    String level = in.level(agreement.level());
    String come =
        agreement.raises()
            ? in.text("tracking.comes-to", level)
            : agreement.level() == WarningLevel.NONE
                ? in.text("tracking.comes-to-none")
                : in.text("tracking.falls-to", level);
    return in.text(
        agreement.runs() == 1 ? "tracking.one-run" : "tracking.runs",
        agreement.source(),
        agreement.runs(),
        agreement.agreeing(),
        come);
  }
}
