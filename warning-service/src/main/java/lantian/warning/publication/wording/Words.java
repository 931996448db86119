package lantian.warning.publication.wording;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import lantian.events.ChinaTime;

/** The words of one language. */
final class Words {
  private static final List<String> BUNDLES =
      List.of("warning-service-publication", "warning-service-messages");

  private final List<ResourceBundle> bundles;
  private final DateTimeFormatter minute;
  private final DateTimeFormatter hour;

  /** {@code locale}: that of the bundle, the root being Chinese. */
  Words(Locale locale) {
    bundles =
        BUNDLES.stream()
            .map(
                name ->
                    ResourceBundle.getBundle(
                        name,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                            ResourceBundle.Control.FORMAT_PROPERTIES)))
            .toList();
    minute = time("tell.minute", locale);
    hour = time("tell.hour", locale);
  }

  private DateTimeFormatter time(String pattern, Locale locale) {
    return DateTimeFormatter.ofPattern(say(pattern), locale).withZone(ChinaTime.ZONE);
  }

  boolean has(String code) {
    return bundles.stream().anyMatch(bundle -> bundle.containsKey(code));
  }

  String say(String code, Object... arguments) {
    for (ResourceBundle bundle : bundles) {
      if (bundle.containsKey(code)) {
        String pattern = bundle.getString(code);
        return arguments.length == 0
            ? pattern
            : new MessageFormat(pattern, Locale.ROOT).format(arguments);
      }
    }
    throw new MissingResourceException("no words", BUNDLES.getFirst(), code);
  }

  /** The words of the first of these codes that there are words for. */
  String sayFirst(List<String> codes, Object... arguments) {
    for (String code : codes) {
      if (has(code)) {
        return say(code, arguments);
      }
    }
    throw new MissingResourceException("no words", BUNDLES.getFirst(), codes.toString());
  }

  String minute(Instant at) {
    return minute.format(at);
  }

  String hour(Instant at) {
    return hour.format(at);
  }
}
