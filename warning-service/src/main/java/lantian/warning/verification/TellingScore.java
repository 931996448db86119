package lantian.warning.verification;

import java.math.BigDecimal;
import lantian.warning.assessment.Phrases;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Says scores in words, with the counts that they come from. */
@Service
public class TellingScore {

  /** Of the days of runs. */
  public String days(Score score, Phrases in) {
    return in.text(
            "scores.days",
            score.cases(),
            score.of(Outcome.HIT),
            score.of(Outcome.MISS),
            score.of(Outcome.FALSE_ALARM),
            score.of(Outcome.CORRECT_REJECTION))
        + ratios(score, in);
  }

  /** Of warnings. */
  public String warnings(Score score, Phrases in) {
    return in.text(
            "scores.warnings",
            score.of(Outcome.HIT) + score.of(Outcome.FALSE_ALARM),
            score.of(Outcome.HIT),
            score.of(Outcome.FALSE_ALARM),
            score.of(Outcome.MISS))
        + ratios(score, in);
  }

  private static String ratios(Score score, Phrases in) {
    return in.text(
        "scores.ratios",
        ratio(score.pod(), "scores.no-pod", in),
        ratio(score.far(), "scores.no-far", in),
        ratio(score.csi(), "scores.no-csi", in));
  }

  private static String ratio(@Nullable BigDecimal ratio, String otherwise, Phrases in) {
    return ratio == null ? in.text(otherwise) : ratio.toPlainString();
  }
}
