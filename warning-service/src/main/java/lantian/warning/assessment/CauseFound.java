package lantian.warning.assessment;

import java.util.List;
import lantian.events.Cause;
import lantian.events.Pollutant;

/**
 * What a run comes from, and why that is taken to be so.
 *
 * @param marked the forecasters said so
 * @param pollutants the most frequent primary ones; several: as frequent as each other
 * @param hours so many hours each of them was primary
 * @param of so many hours of the run that have a primary pollutant
 */
public record CauseFound(
    Cause cause, boolean marked, List<Pollutant> pollutants, int hours, int of) {
  public CauseFound {
    pollutants = List.copyOf(pollutants);
  }
}
