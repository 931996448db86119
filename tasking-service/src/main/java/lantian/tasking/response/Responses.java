package lantian.tasking.response;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The response to each warning. */
public interface Responses {

  Optional<RunningResponse> find(UUID warning);

  /** Finds it and lets nobody else change it until the transaction ends. */
  Optional<RunningResponse> take(UUID warning);

  /**
   * The warnings whose response is in force and lacks daily duties of this date; none whose fan-out
   * is not whole. The one that lacks them longest first.
   */
  List<UUID> without(LocalDate date);

  /**
   * Takes one of those, unless somebody else has it. The transaction ends by itself if the process
   * says nothing for so long, so that a process that hangs keeps nobody else waiting.
   */
  Optional<NewDay> takeWithout(UUID warning, LocalDate date, Duration silentAtMost);

  /**
   * Keeps it in place of an earlier revision, its fan-out being still to be written; tells whether
   * there was none as late.
   */
  boolean begin(RunningResponse response);

  /** Notes that the fan-out of this revision is whole, if it is still the latest. */
  void completeFanOut(UUID warning, long revision);

  /** The daily duties of this date were added for the units up to this one, by code. */
  void addedUpTo(UUID warning, LocalDate date, String unit);

  /** Its daily duties were added up to this date, for all units. */
  void addedThrough(UUID warning, LocalDate date);

  /** It goes by another version of the plan from now on, if this revision is still the latest. */
  void follow(UUID warning, long revision, String planVersion);
}
