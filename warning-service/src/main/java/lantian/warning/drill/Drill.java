package lantian.warning.drill;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A drill in one place. What is of it lives in its own rows and at its own addresses, beside what
 * is live there.
 *
 * @param number from 1 in each place
 * @param end null while it is open
 */
public record Drill(
    long number, AnnouncedDrill announced, String openedBy, Instant openedAt, @Nullable End end) {

  /** Somebody ended it. */
  public record End(String by, Instant at) {}

  /** Place and number say which it is. */
  public UUID id() {
    return UUID.nameUUIDFromBytes(
        ("lantian/drill/" + jurisdiction() + "/" + number).getBytes(StandardCharsets.UTF_8));
  }

  public String jurisdiction() {
    return announced.jurisdiction();
  }

  public boolean isOpen() {
    return end == null;
  }

  /** Whether forecasts and observations belong to it now: open, and within the time announced. */
  public boolean takesPartAt(Instant now) {
    return isOpen() && !now.isBefore(announced.begins()) && now.isBefore(announced.ends());
  }

  /** From whom what is brought into it comes: marked, and of this drill, whoever reads it later. */
  public String marked(String source) {
    return "【演练" + number + "】" + source;
  }
}
