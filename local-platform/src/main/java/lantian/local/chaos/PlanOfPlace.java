package lantian.local.chaos;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lantian.local.api.Api;
import lantian.local.platform.PlatformPort;
import tools.jackson.databind.JsonNode;

/** What a plan asks for, read from the public interface and worked out here once more. */
record PlanOfPlace(String jurisdiction, List<PlannedDuty> duties) {

  record PlannedDuty(
      String unit, String code, String phase, Set<String> levels, Set<String> responses) {

    boolean isAskedAt(String level, String response) {
      return responses.contains(response)
          && (level.equals("NONE") ? phase.equals("AFTER_LIFT") : levels.contains(level));
    }
  }

  static PlanOfPlace read(Api api, String jurisdiction) {
    var plan =
        api.as("operator", "operator", "*", null)
            .get(PlatformPort.TASKING, "/api/v1/plans/" + jurisdiction);
    return new PlanOfPlace(
        jurisdiction,
        plan.path("units")
            .valueStream()
            .flatMap(
                unit ->
                    unit.path("duties")
                        .valueStream()
                        .map(duty -> duty(unit.path("code").asString(), duty)))
            .toList());
  }

  /** {@code unit/code} of every duty that is asked for while this level stands. */
  Set<String> askedAt(String level, String response) {
    return duties.stream()
        .filter(duty -> duty.isAskedAt(level, response))
        .map(duty -> duty.unit() + "/" + duty.code())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The units with at least one duty while this level stands. */
  Set<String> unitsAt(String level, String response) {
    return duties.stream()
        .filter(duty -> duty.isAskedAt(level, response))
        .map(PlannedDuty::unit)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static PlannedDuty duty(String unit, JsonNode duty) {
    return new PlannedDuty(
        unit,
        duty.path("code").asString(),
        duty.path("phase").asString(),
        strings(duty.path("levels")),
        strings(duty.path("responses")));
  }

  private static Set<String> strings(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).collect(Collectors.toUnmodifiableSet());
  }
}
