package lantian.warning.order;

/** Reads the document of an order: only what is verified is read from it. */
public interface OrderDocuments {

  Read read(String document);

  /** An order, or why there is none. */
  sealed interface Read {
    record Known(Order order, OrderSender sender) implements Read {}

    record Refused(OrderFault fault) implements Read {}
  }
}
