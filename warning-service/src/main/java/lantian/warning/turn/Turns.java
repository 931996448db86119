package lantian.warning.turn;

import lantian.events.Mode;

/** Lets those who change something in a jurisdiction go one after the other. */
public interface Turns {

  /**
   * Waits for its turn and holds it until the transaction ends.
   *
   * @return the number of the turn, larger than any before it in this jurisdiction
   */
  long take(String jurisdiction, Mode mode);
}
