package lantian.broken.clock;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** Breaks the rule on clocks, by a zone and by a method reference. */
public class ReadsDate {
  LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  Supplier<java.time.Instant> later() {
    return java.time.Instant::now;
  }
}
