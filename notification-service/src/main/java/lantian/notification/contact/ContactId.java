package lantian.notification.contact;

import java.util.UUID;

/** Names a contact. */
public record ContactId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
