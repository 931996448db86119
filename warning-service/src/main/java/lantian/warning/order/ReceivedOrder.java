package lantian.warning.order;

import java.util.List;
import java.util.UUID;

/** What became of a document that was handed in. */
public sealed interface ReceivedOrder {

  /**
   * It is kept.
   *
   * @param proposals what it has the authorities of its places asked for
   */
  record Taken(Orders.Kept order, List<UUID> proposals) implements ReceivedOrder {
    public Taken {
      proposals = List.copyOf(proposals);
    }
  }

  /** The very same was there already; nothing changed. */
  record AlreadyThere(Orders.Kept order) implements ReceivedOrder {}

  /** One of the same sender and identifier is there that says something else. */
  record SaysSomethingElse() implements ReceivedOrder {}

  /** It is not the caller's to bring in for that place. */
  record NotForCaller(String jurisdiction) implements ReceivedOrder {}

  record Refused(OrderFault fault) implements ReceivedOrder {}
}
