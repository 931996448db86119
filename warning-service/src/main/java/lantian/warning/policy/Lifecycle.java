package lantian.warning.policy;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import lantian.events.ChangeKind;
import lantian.events.WarningLevel;

/**
 * How a warning is led from its first proposal to its end.
 *
 * @param publishAheadHours a raise is put forward this long before its run begins, or says why not
 * @param promptBeforeHours this long before the validity ends somebody is asked: extend, change or
 *     lift?
 * @param extendAtLeastHours an extension is proposed where the level is expected to hold at least
 *     this long beyond the validity
 * @param consultation who must have been heard before a raise to a level is approved; nobody for
 *     levels that are not there
 */
public record Lifecycle(
    int publishAheadHours,
    int promptBeforeHours,
    int extendAtLeastHours,
    Map<WarningLevel, Quorum> consultation) {

  /** Where a plan says nothing; nobody must be heard. */
  public static final Lifecycle USUAL = new Lifecycle(24, 12, 12, Map.of());

  public Lifecycle {
    if (publishAheadHours < 0 || promptBeforeHours < 1 || extendAtLeastHours < 1) {
      throw new IllegalArgumentException("hours of a lifecycle");
    }
    Map<WarningLevel, Quorum> sorted = new EnumMap<>(WarningLevel.class);
    sorted.putAll(consultation);
    consultation = Collections.unmodifiableMap(sorted);
    if (consultation.containsKey(WarningLevel.NONE)) {
      throw new IllegalArgumentException("a consultation is about a level");
    }
  }

  /** Lowering, lifting and extending wait for nobody. */
  public Quorum quorumFor(ChangeKind kind, WarningLevel to) {
    return switch (kind) {
      case RAISE, UPGRADE -> consultation.getOrDefault(to, Quorum.NONE);
      case DOWNGRADE, LIFT, EXTEND, CANCEL -> Quorum.NONE;
    };
  }
}
