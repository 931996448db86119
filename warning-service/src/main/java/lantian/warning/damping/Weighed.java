package lantian.warning.damping;

import java.util.List;
import lantian.warning.assessment.LiveJudgement;
import org.jspecify.annotations.Nullable;

/**
 * A judgement after the other runs were asked.
 *
 * @param judgement what is to be proposed; the level stands where nothing is
 * @param damped what waits for other runs; null where nothing does
 * @param agreements how far the sources agree on what is to be proposed, or on what waits
 */
public record Weighed(
    LiveJudgement judgement, @Nullable Damped damped, List<Agreement> agreements) {
  public Weighed {
    agreements = List.copyOf(agreements);
  }
}
