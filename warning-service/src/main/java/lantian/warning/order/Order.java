package lantian.warning.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lantian.events.Cause;
import lantian.events.Mode;
import lantian.events.Text;
import lantian.events.WarningLevel;
import org.jspecify.annotations.Nullable;

/**
 * What a higher platform asks of places. An update says all anew and stands for itself, so that it
 * holds also where the one before it never came.
 *
 * @param level NONE where it ends what was ordered before
 * @param from when its response is to begin
 * @param to until when it holds; null: until it is ended
 * @param area codes of GB/T 2260 as the document names them
 * @param replaces the orders to which it refers: they no longer hold
 * @param document as it came, byte for byte
 */
public record Order(
    OrderKey key,
    Mode mode,
    Type type,
    WarningLevel level,
    Cause cause,
    Instant from,
    @Nullable Instant to,
    List<String> area,
    List<OrderKey> replaces,
    Text senderName,
    Text headline,
    String document) {

  public Order {
    area = List.copyOf(area);
    replaces = List.copyOf(replaces);
    if (type == Type.CANCEL && level != WarningLevel.NONE) {
      throw new IllegalArgumentException("a cancellation asks for nothing");
    }
  }

  /** What it does to the orders before it. */
  public enum Type {
    ALERT,
    UPDATE,
    CANCEL
  }

  public UUID id() {
    return key.id();
  }
}
