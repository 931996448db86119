package lantian.tasking.plan;

/** A plan contradicts itself; {@code place} is the code of the unit or duty at which it does. */
public class InvalidPlan extends IllegalArgumentException {
  private final String place;

  public InvalidPlan(String place, String message) {
    super(message);
    this.place = place;
  }

  public String place() {
    return place;
  }
}
