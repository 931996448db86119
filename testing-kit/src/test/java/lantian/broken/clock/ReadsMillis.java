package lantian.broken.clock;

/** Breaks the rule on clocks. */
public class ReadsMillis {
  long millis() {
    return System.currentTimeMillis();
  }
}
