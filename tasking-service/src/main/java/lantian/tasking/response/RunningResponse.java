package lantian.tasking.response;

import java.time.LocalDate;

/**
 * The response to a warning as its latest revision has it, also after its lift.
 *
 * @param dailyThrough the last date for which its daily duties were added
 */
public record RunningResponse(LevelChange change, String planVersion, LocalDate dailyThrough) {

  RunningResponse under(String otherPlanVersion) {
    return new RunningResponse(change, otherPlanVersion, dailyThrough);
  }
}
