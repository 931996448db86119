package lantian.sound.duty;

import java.time.Instant;

/** A duty of the sample. */
public record Duty(String code, Instant due) {
  boolean isOverdue(Instant now) {
    return now.isAfter(due);
  }
}
