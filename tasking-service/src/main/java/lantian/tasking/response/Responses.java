package lantian.tasking.response;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** The response to each warning. */
public interface Responses {

  /** Finds it and lets nobody else change it until the transaction ends. */
  Optional<RunningResponse> take(UUID warning);

  /** Takes one that is in force and lacks the daily duties of this date. */
  Optional<RunningResponse> takeOneWithout(LocalDate date);

  /** Keeps it in place of an earlier revision. */
  void keep(RunningResponse response);
}
