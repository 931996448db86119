package lantian.warning.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import lantian.events.Cause;
import lantian.events.ChangeKind;
import lantian.events.ChinaTime;
import lantian.events.Response;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.warning.series.DailyValue;

/**
 * The rules of one guideline or plan, in one version.
 *
 * @param jurisdictions the places for which it was made, by code; of a packaged one none: places
 *     list it
 * @param conditions from the lowest level to the highest
 * @param temporaryControl below the lowest level (临时管控): conditions of no level, any of which calls
 *     for temporary control where no warning is called for; empty where the plan has none
 * @param responses the kind of response to each cause
 * @param gapHours two runs this many hours apart, from the last hour of one to the first of the
 *     other, are still one
 * @param horizonHours a run counts in a live judgement when it begins within these hours
 * @param liftHours the series must reach this far beyond now before a level is lowered
 * @param leadHours the response begins this long before the run
 * @param historyHours how far back measured hours are joined to a forecast
 * @param aqiStandard the id of a standard, or {@code by-date}
 * @param calendar the calendar of working days
 * @param dailyReportTime when the daily report is due
 * @param approvalDeadlineHours a submitted change should be decided within these hours; after them
 *     the stand-ins of its approval may decide it
 * @param raising who decides on a raise or an upgrade to a level
 * @param lowering who decides on the other changes
 * @param lifecycle how a warning is led from its first proposal to its end
 * @param damping how many runs must agree before a change is proposed
 */
public record Policy(
    String id,
    int version,
    Text title,
    String source,
    LocalDate effectiveFrom,
    List<String> jurisdictions,
    List<Condition> conditions,
    List<Condition> temporaryControl,
    Map<Cause, Response> responses,
    int gapHours,
    int horizonHours,
    int liftHours,
    int leadHours,
    int historyHours,
    DailyValue dailyValue,
    String aqiStandard,
    String calendar,
    LocalTime dailyReportTime,
    int approvalDeadlineHours,
    Map<WarningLevel, Approval> raising,
    Approval lowering,
    Lifecycle lifecycle,
    Damping damping) {

  /** Between id and version in a reference. */
  public static final String VERSION_MARK = "@";

  public Policy {
    jurisdictions = List.copyOf(jurisdictions);
    temporaryControl = List.copyOf(temporaryControl);
    responses = Map.copyOf(responses);
    conditions = conditions.stream().sorted(Comparator.comparing(Condition::level)).toList();
    raising = Map.copyOf(raising);
    require(!id.isBlank() && version > 0, "a policy has an id and a version");
    require(!conditions.isEmpty(), "a policy has conditions");
    require(gapHours > 0 && horizonHours > 0 && liftHours > 0, "hours must be positive");
    require(leadHours >= 0 && historyHours >= 24, "lead and history hours");
    require(approvalDeadlineHours > 0, "the approval deadline is some hours");
    require(responses.keySet().equals(EnumSet.allOf(Cause.class)), "every cause has its response");
    for (Condition condition : temporaryControl) {
      require(condition.level() == WarningLevel.NONE, "temporary control is below all levels");
    }
    for (Condition condition : conditions) {
      require(condition.level() != WarningLevel.NONE, "a condition names a level");
      require(raising.containsKey(condition.level()), "nobody may approve " + condition.level());
    }
  }

  /** Id and version, as every warning stores it: {@code national-2024@1}. */
  public String reference() {
    return id + VERSION_MARK + version;
  }

  /** The first moment of its date. */
  public Instant effectiveAt() {
    return effectiveFrom.atStartOfDay(ChinaTime.ZONE).toInstant();
  }

  /** What is done about pollution of this cause (环大气〔2024〕6号). */
  public Response responseTo(Cause cause) {
    Response response = responses.get(cause);
    if (response == null) {
      throw new IllegalStateException(reference() + " has no response to " + cause);
    }
    return response;
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
