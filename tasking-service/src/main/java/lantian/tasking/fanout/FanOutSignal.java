package lantian.tasking.fanout;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Service;

/** Wakes one worker for each fan-out that was recorded. */
@Service
public class FanOutSignal {
  private final Semaphore raised = new Semaphore(0);

  public void raise() {
    raised.release();
  }

  /** Returns when raised, or after the time at the latest. */
  public void await(Duration atMost) throws InterruptedException {
    raised.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }
}
