package lantian.warning.assessment;

import java.time.Instant;
import java.util.List;
import lantian.events.Cause;
import lantian.events.Response;
import lantian.events.WarningLevel;
import org.jspecify.annotations.Nullable;

/**
 * What a policy says of a series.
 *
 * @param policy id and version of the policy
 * @param cause null without a level, as {@code response}, {@code from} and {@code to}
 * @param from begin of the run that gave the level
 * @param conditions one for each alternative, from the lowest level to the highest
 * @param temporaryControl one for each alternative of a temporary control below all levels; empty
 *     where the policy has none
 */
public record Assessment(
    String policy,
    WarningLevel level,
    @Nullable Cause cause,
    @Nullable Response response,
    @Nullable Instant from,
    @Nullable Instant to,
    List<JudgedCondition> conditions,
    List<JudgedCondition> temporaryControl,
    RollingAqi aqi) {

  public Assessment {
    conditions = List.copyOf(conditions);
    temporaryControl = List.copyOf(temporaryControl);
  }

  /** Below all levels, and a condition of temporary control (临时管控) is met. */
  public boolean callsForTemporaryControl() {
    return level == WarningLevel.NONE
        && temporaryControl.stream().anyMatch(JudgedCondition::satisfied);
  }
}
