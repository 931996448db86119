package lantian.tasking.fanout;

import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands fan-outs to workers, a chunk at a time, and takes back what could not be written. A claim
 * is committed before the work begins, so that tries are counted even where each ends the process.
 */
@Service
@Transactional
public class ClaimingFanOuts {
  private final FanOutRuns runs;
  private final Retrying retrying;

  public ClaimingFanOuts(FanOutRuns runs, Retrying retrying) {
    this.runs = runs;
    this.retrying = retrying;
  }

  /** The most urgent fan-out that nobody else is writing. */
  public Optional<Claim> claim(String owner, Duration lease) {
    var claimed = runs.claim(owner, lease);
    var exhausted = claimed.filter(claim -> claim.run().tries() > retrying.tries());
    if (exhausted.isPresent()) {
      runs.fail(exhausted.get(), "the process ended at each of the last tries");
      return Optional.empty();
    }
    return claimed;
  }

  /** Frees what this owner held when its process died; it has just been started again. */
  public void freeAllOf(String owner) {
    runs.free(owner);
  }

  /** What stopped the chunk has nothing to do with it: it is free at once. */
  public void putBack(Claim claim) {
    runs.putBack(claim);
  }

  /**
   * The chunk failed: it is tried again later, or left for an operator. Tells whether the former.
   */
  public boolean failed(Claim claim, String error) {
    var tried = claim.run().tries();
    if (retrying.goesOnAfter(tried)) {
      runs.putBack(claim, retrying.pauseAfter(tried), error);
      return true;
    }
    runs.fail(claim, error);
    return false;
  }
}
