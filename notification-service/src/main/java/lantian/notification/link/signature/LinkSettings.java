package lantian.notification.link.signature;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code lantian.notification.link.*}. {@code validFor} is business time, from the creation of the
 * message; {@code key} or the content of {@code keyFile}: see {@link LinkKeys}.
 */
@ConfigurationProperties("lantian.notification.link")
record LinkSettings(Duration validFor, @Nullable String key, @Nullable String keyFile) {
  LinkSettings {
    if (validFor.compareTo(Duration.ofMinutes(1)) < 0) {
      throw new IllegalArgumentException(
          "lantian.notification.link.valid-for: a link holds for a minute at least");
    }
  }

  @Override
  public String toString() {
    return "LinkSettings[validFor=" + validFor + "]";
  }
}
