package lantian.warning.publication.cap;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import lantian.events.ChinaTime;

/** Times as CAP 1.2 writes them (3.3.2): whole seconds, always with an offset, never Z. */
final class CapTime {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT).withZone(ChinaTime.ZONE);

  private CapTime() {}

  static String of(Instant at) {
    return FORM.format(at);
  }
}
