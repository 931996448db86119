package lantian.notification.delivery;

/** Where delivery events go, in the transaction of the change. */
public interface DeliveryEvents {
  void publish(DeliveryEvent event);
}
