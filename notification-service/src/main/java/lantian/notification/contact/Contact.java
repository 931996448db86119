package lantian.notification.contact;

import java.net.URI;
import lantian.events.Channel;

/**
 * Somebody who is told for a unit (成员单位联络员). {@code secret} signs what is sent to {@code target}.
 * Its text form names neither the person nor the target, so that no log does.
 */
public record Contact(
    ContactId id,
    String jurisdiction,
    String unit,
    String name,
    Channel channel,
    URI target,
    String secret,
    boolean active,
    long version) {

  /** Scheme, host and port: what may be slow or away as a whole. */
  public String origin() {
    var port = target.getPort() == -1 ? "" : ":" + target.getPort();
    return (target.getScheme() + "://" + target.getHost() + port)
        .toLowerCase(java.util.Locale.ROOT);
  }

  /** The same contact, a version later, with what may change about it. */
  public Contact changedTo(String newName, URI newTarget, String newSecret, boolean nowActive) {
    return new Contact(
        id, jurisdiction, unit, newName, channel, newTarget, newSecret, nowActive, version + 1);
  }

  @Override
  public String toString() {
    return "Contact[" + id + " of " + jurisdiction + "/" + unit + "]";
  }
}
