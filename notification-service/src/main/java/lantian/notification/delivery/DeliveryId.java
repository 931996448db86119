package lantian.notification.delivery;

import com.fasterxml.uuid.Generators;
import java.util.UUID;
import lantian.events.Channel;
import lantian.events.DeliveryPurpose;
import org.jspecify.annotations.Nullable;

/**
 * Names a delivery; made from what the delivery is, so that the same event handled again gives the
 * same id. It is also the receiver's {@code webhook-id}, the same on every attempt.
 */
public record DeliveryId(UUID value) {
  private static final UUID NAMESPACE = UUID.fromString("6f7a9f5e-2f4b-4d0e-9a53-0d5e1c1f3b77");

  static DeliveryId of(
      UUID warningId,
      long revision,
      String unit,
      @Nullable UUID contact,
      @Nullable Channel channel,
      DeliveryPurpose purpose) {
    var name =
        warningId + "/" + revision + "/" + unit + "/" + contact + "/" + channel + "/" + purpose;
    return new DeliveryId(Generators.nameBasedGenerator(NAMESPACE).generate(name));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
