package lantian.notification.escalation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** All policies of escalation, in all their versions. */
public interface EscalationPolicies {

  List<EscalationPolicy> all();

  /** By its reference, such as {@code default@1}; of one that is gone, what holds now. */
  default EscalationPolicy named(String reference, String jurisdiction, LocalDate on) {
    return all().stream()
        .filter(policy -> policy.reference().equals(reference))
        .findFirst()
        .orElseGet(() -> inForce(jurisdiction, on));
  }

  /**
   * The jurisdiction's own on a date, or else that for all others: the one that took effect last;
   * of those for all others the earliest for dates before them.
   */
  default EscalationPolicy inForce(String jurisdiction, LocalDate on) {
    Predicate<EscalationPolicy> begun = policy -> !policy.effectiveFrom().isAfter(on);
    Comparator<EscalationPolicy> byDate =
        Comparator.comparing(EscalationPolicy::effectiveFrom)
            .thenComparing(EscalationPolicy::version);
    return all().stream()
        .filter(policy -> policy.isFor(jurisdiction))
        .filter(begun)
        .max(byDate)
        .or(() -> all().stream().filter(EscalationPolicy::isForAllOthers).filter(begun).max(byDate))
        .or(() -> all().stream().filter(EscalationPolicy::isForAllOthers).min(byDate))
        .orElseThrow();
  }
}
