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
 */
public record Assessment(
    String policy,
    WarningLevel level,
    @Nullable Cause cause,
    @Nullable Response response,
    @Nullable Instant from,
    @Nullable Instant to,
    List<JudgedCondition> conditions,
    RollingAqi aqi) {

  /** 环大气〔2024〕6号: dust, wildfire and pollution from abroad call for health advice only. */
  public static Response responseTo(Cause cause) {
    return switch (cause) {
      case PARTICULATE, OTHER -> Response.COLOURED;
      case OZONE -> Response.HEALTH_NOTICE_AND_SUPERVISION;
      case DUST, WILDFIRE, CROSS_BORDER -> Response.HEALTH_NOTICE;
    };
  }
}
