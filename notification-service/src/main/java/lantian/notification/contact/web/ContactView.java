package lantian.notification.contact.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import lantian.events.Channel;
import lantian.notification.contact.Contact;
import lantian.notification.contact.Rank;
import org.jspecify.annotations.Nullable;

/** A contact as it is shown; the secret only once, on entry, where the service made it. */
record ContactView(
    UUID id,
    String jurisdiction,
    String unit,
    String name,
    Channel channel,
    String target,
    Rank rank,
    boolean active,
    long version,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret) {

  static ContactView of(Contact contact) {
    return of(contact, null);
  }

  static ContactView withSecret(Contact contact) {
    return of(contact, contact.secret());
  }

  private static ContactView of(Contact contact, @Nullable String secret) {
    return new ContactView(
        contact.id().value(),
        contact.jurisdiction(),
        contact.unit(),
        contact.name(),
        contact.channel(),
        contact.target(),
        contact.rank(),
        contact.active(),
        contact.version(),
        secret);
  }
}
