package lantian.warning.policy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import lantian.events.ChangeKind;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.warning.series.DailyValue;

/**
 * The rules of one guideline or plan, in one version.
 *
 * @param conditions from the lowest level to the highest
 * @param gapHours two runs this many hours apart, from the last hour of one to the first of the
 *     other, are still one
 * @param horizonHours a run counts in a live judgement when it begins within these hours
 * @param liftHours the series must reach this far beyond now before a level is lowered
 * @param leadHours the response begins this long before the run
 * @param historyHours how far back measured hours are joined to a forecast
 * @param aqiStandard the id of a standard, or {@code by-date}
 * @param calendar the calendar of working days
 * @param dailyReportTime when the daily report is due
 * @param raising who decides on a raise or an upgrade to a level
 * @param lowering who decides on the other changes
 */
public record Policy(
    String id,
    int version,
    Text title,
    String source,
    LocalDate effectiveFrom,
    List<Condition> conditions,
    int gapHours,
    int horizonHours,
    int liftHours,
    int leadHours,
    int historyHours,
    DailyValue dailyValue,
    String aqiStandard,
    String calendar,
    LocalTime dailyReportTime,
    Map<WarningLevel, Approval> raising,
    Approval lowering) {

  public Policy {
    conditions = conditions.stream().sorted(Comparator.comparing(Condition::level)).toList();
    raising = Map.copyOf(raising);
    require(!id.isBlank() && version > 0, "a policy has an id and a version");
    require(!conditions.isEmpty(), "a policy has conditions");
    require(gapHours > 0 && horizonHours > 0 && liftHours > 0, "hours must be positive");
    require(leadHours >= 0 && historyHours >= 24, "lead and history hours");
    for (Condition condition : conditions) {
      require(raising.containsKey(condition.level()), "nobody may approve " + condition.level());
    }
  }

  /** Id and version, as every warning stores it: {@code national-2024@1}. */
  public String reference() {
    return id + "@" + version;
  }

  /** Who submits and approves a change to a level. */
  public Approval approvalOf(ChangeKind kind, WarningLevel to) {
    return switch (kind) {
      case RAISE, UPGRADE -> {
        Approval approval = raising.get(to);
        if (approval == null) {
          throw new IllegalArgumentException(reference() + " knows no level " + to);
        }
        yield approval;
      }
      case DOWNGRADE, LIFT, EXTEND, CANCEL -> lowering;
    };
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
