package lantian.notification.delivery;

/** What happens to a delivery that others hear of; {@code delivery} as it is right after. */
public sealed interface DeliveryEvent {
  Delivery delivery();

  /** The receiver's side took it. */
  record Sent(Delivery delivery) implements DeliveryEvent {}

  /** Somebody answered. */
  record Acknowledged(Delivery delivery) implements DeliveryEvent {}

  /** Nobody was told by it. */
  record Failed(Delivery delivery) implements DeliveryEvent {}
}
