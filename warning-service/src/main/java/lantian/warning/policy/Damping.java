package lantian.warning.policy;

/**
 * How many of the latest runs must agree before a change is proposed, so that one run that goes up
 * and down calls nobody.
 *
 * @param raiseRuns so many runs one after the other must come to a level before it is raised to it
 * @param lowerRuns so many must be below the level in force before it is lowered
 * @param withinHours only runs issued within these hours are asked
 * @param atOnceHours what begins within these hours, or has begun, is raised by one run alone
 */
public record Damping(int raiseRuns, int lowerRuns, int withinHours, int atOnceHours) {

  /** Where a plan says nothing: every run counts by itself. */
  public static final Damping NONE = new Damping(1, 1, 72, 24);

  public Damping {
    if (raiseRuns < 1 || lowerRuns < 1 || withinHours < 1 || atOnceHours < 0) {
      throw new IllegalArgumentException("runs and hours of a damping");
    }
  }
}
