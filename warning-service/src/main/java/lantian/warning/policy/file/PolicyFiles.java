package lantian.warning.policy.file;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.warning.datafile.DataFile;
import lantian.warning.policy.Approval;
import lantian.warning.policy.Condition;
import lantian.warning.policy.Policies;
import lantian.warning.policy.Policy;
import lantian.warning.series.DailyValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The policies of {@code policies/*.yaml}; one that does not hold together keeps the service down.
 */
@Component
public final class PolicyFiles implements Policies {
  private static final Set<String> ROLES =
      Set.of("monitoring", "office", "headquarters", "experts");

  private final List<Policy> policies;

  public PolicyFiles() {
    this(List.of("policies/national-2018.yaml", "policies/national-2024.yaml"));
  }

  PolicyFiles(List<String> names) {
    policies = names.stream().map(PolicyFiles::read).toList();
    Set<String> ids = new HashSet<>();
    for (Policy policy : policies) {
      if (!ids.add(policy.id())) {
        throw new IllegalStateException("two policies named " + policy.id());
      }
    }
  }

  @Override
  public List<Policy> all() {
    return policies;
  }

  private static Policy read(String name) {
    PolicyFile file = DataFile.read(name, PolicyFile.class);
    try {
      return file.policy();
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("data file " + name + ": " + e.getMessage(), e);
    }
  }

  record PolicyFile(
      String id,
      int version,
      Text title,
      String source,
      LocalDate effectiveFrom,
      List<ConditionEntry> conditions,
      int gapHours,
      int horizonHours,
      int liftHours,
      int leadHours,
      int historyHours,
      DailyValue dailyValue,
      String aqiStandard,
      String calendar,
      LocalTime dailyReportTime,
      Map<WarningLevel, ApprovalEntry> raising,
      ApprovalEntry lowering) {

    Policy policy() {
      EnumMap<WarningLevel, Approval> approvals = new EnumMap<>(WarningLevel.class);
      raising.forEach((level, entry) -> approvals.put(level, entry.approval()));
      return new Policy(
          id,
          version,
          title,
          source,
          effectiveFrom,
          conditions.stream().map(ConditionEntry::condition).toList(),
          gapHours,
          horizonHours,
          liftHours,
          leadHours,
          historyHours,
          dailyValue,
          aqiStandard,
          calendar,
          dailyReportTime,
          approvals,
          lowering.approval());
    }
  }

  /** Exactly one of {@code over} and {@code reaches}; {@code reaches} needs no hours. */
  record ConditionEntry(
      WarningLevel level,
      @Nullable Integer over,
      @Nullable Integer reaches,
      @Nullable Integer hours,
      Condition.@Nullable Containing containing) {
    private static final int ONE_WINDOW = 24;

    Condition condition() {
      if (over != null && reaches == null && hours != null) {
        return new Condition(level, over, false, hours, containing);
      }
      if (reaches != null && over == null && containing == null) {
        return new Condition(level, reaches, true, hours == null ? ONE_WINDOW : hours, null);
      }
      throw new IllegalArgumentException("a condition has over and hours, or reaches");
    }
  }

  record ApprovalEntry(Set<String> submittedBy, Set<String> approvedBy, int approvals) {
    Approval approval() {
      if (!ROLES.containsAll(submittedBy) || !ROLES.containsAll(approvedBy)) {
        throw new IllegalArgumentException("unknown role in " + this);
      }
      return new Approval(submittedBy, approvedBy, approvals);
    }
  }
}
