package lantian.notification.contact;

import java.net.URI;
import java.util.Locale;
import lantian.events.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is told for a unit (成员单位联络员). {@code target}: a URL or a mail address, by the
 * channel; {@code secret} signs what is sent to a webhook, and nothing else has one. Its text form
 * names neither the person nor the target, so that no log does.
 */
public record Contact(
    ContactId id,
    String jurisdiction,
    String unit,
    String name,
    Channel channel,
    String target,
    @Nullable String secret,
    Rank rank,
    boolean active,
    long version) {

  /**
   * What may be slow or away as a whole: scheme, host and port of a webhook; for mail the one
   * server that takes it all.
   */
  public String origin() {
    return switch (channel) {
      case WEBHOOK -> originOf(URI.create(target));
      case EMAIL -> "email";
    };
  }

  private static String originOf(URI url) {
    var port = url.getPort() == -1 ? "" : ":" + url.getPort();
    return (url.getScheme() + "://" + url.getHost() + port).toLowerCase(Locale.ROOT);
  }

  /** The same contact, a version later, with what may change about it. */
  public Contact changedTo(
      String newName,
      String newTarget,
      @Nullable String newSecret,
      Rank newRank,
      boolean nowActive) {
    return new Contact(
        id,
        jurisdiction,
        unit,
        newName,
        channel,
        newTarget,
        newSecret,
        newRank,
        nowActive,
        version + 1);
  }

  @Override
  public String toString() {
    return "Contact[" + id + " of " + jurisdiction + "/" + unit + "]";
  }
}
