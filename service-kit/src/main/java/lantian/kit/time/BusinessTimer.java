package lantian.kit.time;

import java.time.Instant;

/**
 * Work that falls due by business time: overdue duties, daily duties, deadlines. Run every second,
 * and at once when the local clock was moved; it looks for rows that are due, so that a run that
 * was missed is caught up by the next.
 */
public interface BusinessTimer {
  void run(Instant now);
}
