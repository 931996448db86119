package lantian.warning.order;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** By what an order is known, and others refer to it (CAP 1.2, 3.2.1: sender, identifier, sent). */
public record OrderKey(String sender, String identifier, Instant sent) {

  public UUID id() {
    return UUID.nameUUIDFromBytes(
        String.join("\n", "lantian/order", sender, identifier, sent.toString())
            .getBytes(StandardCharsets.UTF_8));
  }
}
