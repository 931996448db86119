package lantian.tasking.fanout;

/**
 * How far a fan-out has come with a chunk; {@code planVersion} and {@code units} are another's
 * where the plan changed while it was under way.
 */
public record Progress(
    String planVersion, boolean planChanged, int units, int nextUnit, int nextPosition) {

  /** Whether nothing is left. */
  public boolean isWhole() {
    return nextUnit == units;
  }
}
