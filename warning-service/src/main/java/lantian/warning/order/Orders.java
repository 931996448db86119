package lantian.warning.order;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantian.events.Mode;
import lantian.events.WarningLevel;
import org.jspecify.annotations.Nullable;

/** All orders that were taken; none is ever changed. */
public interface Orders {

  Optional<Kept> find(UUID id);

  /** The one of this sender and identifier, whenever it says that it was sent. */
  Optional<Kept> named(String sender, String identifier);

  /** Those that concern these places, newest first, at most 200. */
  List<Kept> list(Collection<String> jurisdictions);

  /** The strictest that holds for a place at this moment: not replaced, not over. */
  Optional<Kept> strictest(String jurisdiction, Mode mode, Instant now);

  /** Places for which an order holds now. */
  List<Held> held(Instant now);

  /** A place, and whether the order is a drill's. */
  record Held(String jurisdiction, Mode mode) {}

  /**
   * @param places that it reaches
   */
  void save(Order order, List<String> places, String receivedBy, Instant receivedAt);

  /** The document as it came. */
  Optional<String> document(UUID id);

  /**
   * An order as it is kept.
   *
   * @param sha256 of its document
   * @param replacedBy a later one that refers to it; null while none does
   * @param unseen orders to which it refers and that never came
   */
  record Kept(
      UUID id,
      OrderKey key,
      Mode mode,
      Order.Type type,
      WarningLevel level,
      lantian.events.Cause cause,
      Instant from,
      @Nullable Instant to,
      List<String> area,
      List<String> places,
      lantian.events.Text senderName,
      lantian.events.Text headline,
      String sha256,
      String receivedBy,
      Instant receivedAt,
      @Nullable UUID replacedBy,
      List<String> unseen) {
    public Kept {
      area = List.copyOf(area);
      places = List.copyOf(places);
      unseen = List.copyOf(unseen);
    }

    public Standing standing(Instant now) {
      if (replacedBy != null) {
        return Standing.REPLACED;
      }
      if (level == WarningLevel.NONE) {
        return Standing.ENDS;
      }
      return to != null && !to.isAfter(now) ? Standing.OVER : Standing.HOLDS;
    }
  }

  /** Whether an order still asks for something. */
  enum Standing {
    HOLDS,
    OVER,
    REPLACED,
    /** It asks for nothing but that what was ordered ends. */
    ENDS
  }
}
