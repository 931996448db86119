package lantian.warning.consultation;

import java.util.List;
import lantian.warning.policy.ConsultedBody;
import lantian.warning.policy.Quorum;

/**
 * The opinions on a proposal, held against the quorum that its approval needs. To be heard is what
 * counts, for or against; each person counts once.
 */
public record Consultation(Quorum needed, List<Opinion> opinions) {
  public Consultation {
    opinions = List.copyOf(opinions);
  }

  /** How many people of a body were heard. */
  public int heard(ConsultedBody body) {
    return Math.toIntExact(
        opinions.stream()
            .filter(opinion -> opinion.body() == body)
            .map(Opinion::by)
            .distinct()
            .count());
  }

  public boolean isEnough() {
    return needed.opinions().keySet().stream().allMatch(body -> heard(body) >= needed.of(body));
  }
}
