package lantian.warning.assessment;

import java.util.List;
import lantian.events.Cause;
import lantian.events.Pollutant;
import lantian.events.WarningLevel;
import org.jspecify.annotations.Nullable;

/**
 * An assessment in words of one language, with the figures that they rest on.
 *
 * @param summary all of it, as it stands in the reason of a proposal
 * @param levels each level with what is met and what is missed
 * @param next what a higher level still lacks; null where there is none above
 * @param merged why episodes count as one; null where the run that gave the level has no break
 * @param cause null without a level
 * @param temporaryControl null where the policy has none
 */
public record Explanation(
    String summary,
    List<Level> levels,
    @Nullable Next next,
    @Nullable Merged merged,
    @Nullable Why cause,
    @Nullable Control temporaryControl) {

  /** One level: met when one of its conditions is. */
  public record Level(WarningLevel level, boolean met, String text) {}

  /** The nearest condition of the next level, by its place in the list of conditions. */
  public record Next(WarningLevel level, int condition, Distance missing, String text) {}

  public record Merged(int parts, int longestBreakHours, int gapHours, String text) {}

  public record Why(
      Cause cause, boolean marked, List<Pollutant> pollutants, int hours, int of, String text) {}

  public record Control(boolean called, String text) {}
}
