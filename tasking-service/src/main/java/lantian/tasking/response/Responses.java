package lantian.tasking.response;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** The response to each warning. */
public interface Responses {

  Optional<RunningResponse> find(UUID warning);

  /** Finds it and lets nobody else change it until the transaction ends. */
  Optional<RunningResponse> take(UUID warning);

  /**
   * Takes one that is in force and lacks the daily duties of this date; none whose fan-out is not
   * whole.
   */
  Optional<RunningResponse> takeOneWithout(LocalDate date);

  /**
   * Keeps it in place of an earlier revision, its fan-out being still to be written; tells whether
   * there was none as late.
   */
  boolean begin(RunningResponse response);

  /** Notes that the fan-out of this revision is whole, if it is still the latest. */
  void completeFanOut(UUID warning, long revision);

  /** Its daily duties were added up to this date. */
  void addedThrough(UUID warning, LocalDate date);

  /** It goes by another version of the plan from now on, if this revision is still the latest. */
  void follow(UUID warning, long revision, String planVersion);
}
