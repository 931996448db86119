package lantian.tasking.fanout;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An operator lets a failed fan-out go on where it stopped. */
@Service
@Transactional
public class ResumingFanOut {
  private final FanOutRuns runs;

  public ResumingFanOut(FanOutRuns runs) {
    this.runs = runs;
  }

  /** The fan-out as it goes on; nothing where it had not failed. */
  public Optional<FanOutRun> resume(UUID id) {
    return runs.resume(id) ? runs.find(id) : Optional.empty();
  }
}
