package lantian.sound.duty;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The use case of the sample. */
@Service
public class CheckingDuty {
  private final Duties duties;
  private final Clock clock;

  CheckingDuty(Duties duties, Clock clock) {
    this.duties = duties;
    this.clock = clock;
  }

  /** Whether the duty is overdue by business time. */
  @Transactional(readOnly = true)
  public boolean isOverdue(String code) {
    return duties.named(code).isOverdue(clock.instant());
  }
}
