package lantian.tasking.plan;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import lantian.events.DutyPhase;
import lantian.events.Response;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.tasking.plan.InvalidPlan.Subject;

/**
 * A jurisdiction's plan for heavy-pollution weather (重污染天气应急预案): its units and their duties. A plan
 * never changes; a new one has a new {@code version}, such as {@code 150822@2}.
 *
 * @param source the title of the list of duties that the plan was taken from
 */
public record Plan(
    String jurisdiction,
    Text name,
    String version,
    Text source,
    EvaluationReport evaluationReport,
    List<PlanUnit> units) {

  /**
   * @throws InvalidPlan where units, duties and report do not fit together
   */
  public Plan {
    requireNonNull(name, "name");
    requireNonNull(source, "source");
    units = List.copyOf(units);
    if (!version.matches(jurisdiction + "@[1-9]\\d*")) {
      throw new InvalidPlan(
          Subject.HEADER, jurisdiction, "version " + version + " is not " + jurisdiction + "@n");
    }
    Set<String> unitCodes = new HashSet<>();
    for (PlanUnit unit : units) {
      if (!unitCodes.add(unit.code())) {
        throw new InvalidPlan(
            Subject.UNIT, unit.code(), "unit code " + unit.code() + " is used twice");
      }
    }
    Map<String, PlannedDuty> duties = new LinkedHashMap<>();
    for (PlanUnit unit : units) {
      for (PlannedDuty duty : unit.duties()) {
        checkDuty(unit, duty, unitCodes);
        if (duties.put(duty.code(), duty) != null) {
          throw new InvalidPlan(
              Subject.DUTY, duty.code(), "duty code " + duty.code() + " is used twice");
        }
      }
    }
    PlannedDuty reporting = duties.get(evaluationReport.duty());
    if (reporting == null
        || reporting.phase() != DutyPhase.AFTER_LIFT
        || !evaluationReport.deadline().equals(reporting.deadline())) {
      throw new InvalidPlan(
          Subject.REPORT,
          evaluationReport.duty(),
          "the evaluation report's duty "
              + evaluationReport.duty()
              + " is not an AFTER_LIFT duty of the plan with the report's deadline");
    }
    if (!unitCodes.contains(evaluationReport.receiver())) {
      throw new InvalidPlan(
          Subject.REPORT,
          evaluationReport.duty(),
          "the evaluation report's receiver "
              + evaluationReport.receiver()
              + " is no unit of the plan");
    }
  }

  private static void checkDuty(PlanUnit unit, PlannedDuty duty, Set<String> unitCodes) {
    if (!duty.code().startsWith(unit.code() + ".")) {
      throw new InvalidPlan(
          Subject.DUTY,
          duty.code(),
          "duty code " + duty.code() + " does not begin with its unit " + unit.code());
    }
    for (String helper : duty.supporting()) {
      if (!unitCodes.contains(helper)) {
        throw new InvalidPlan(
            Subject.DUTY, duty.code(), "supporting unit " + helper + " is not in the plan");
      }
      if (helper.equals(unit.code())) {
        throw new InvalidPlan(
            Subject.DUTY, duty.code(), "unit " + helper + " cannot support its own duty");
      }
    }
  }

  /** The unit of this code. */
  public Optional<PlanUnit> unit(String code) {
    return units.stream().filter(unit -> unit.code().equals(code)).findFirst();
  }

  /** So many units from this one on, fewer at the end; {@code firstPosition}: duties before it. */
  public PlanChunk chunk(int fromUnit, int firstPosition, int atMost) {
    var chunk = units.subList(fromUnit, Math.min(units.size(), fromUnit + atMost));
    var position = firstPosition;
    for (var unit : chunk) {
      position += unit.duties().size();
    }
    return new PlanChunk(chunk, firstPosition, fromUnit + chunk.size(), position);
  }

  /** Whether this plan came after the one of that version, such as {@code 150822@1}. */
  public boolean isNewerThan(String otherVersion) {
    return number(version) > number(otherVersion);
  }

  private static int number(String version) {
    return Integer.parseInt(version.substring(version.indexOf('@') + 1));
  }

  /**
   * What each unit has to do while this level is in force under this response, in the plan's order.
   * Units with nothing to do are left out; at NONE nobody has.
   */
  public SequencedMap<PlanUnit, List<PlannedDuty>> dutiesFor(
      WarningLevel level, Response response) {
    SequencedMap<PlanUnit, List<PlannedDuty>> result = new LinkedHashMap<>();
    for (PlanUnit unit : units) {
      List<PlannedDuty> duties = unit.dutiesFor(level, response);
      if (!duties.isEmpty()) {
        result.put(unit, duties);
      }
    }
    return result;
  }
}
