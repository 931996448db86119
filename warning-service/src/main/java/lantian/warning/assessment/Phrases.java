package lantian.warning.assessment;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import lantian.events.ChinaTime;
import lantian.events.WarningLevel;

/** The sentences of judgements in one language: Chinese, or English. */
public final class Phrases {
  public static final Phrases CHINESE = new Phrases(Locale.ROOT);
  public static final Phrases ENGLISH = new Phrases(Locale.ENGLISH);

  private final List<ResourceBundle> bundles;
  private final Map<String, MessageFormat> parsed = new ConcurrentHashMap<>();
  private final DateTimeFormatter hour;

  private Phrases(Locale locale) {
    var control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    bundles =
        java.util.stream.Stream.of(
                "warning-service-messages",
                "warning-service-judging",
                "warning-service-policies",
                "warning-service-tracking",
                "warning-service-levels")
            .map(name -> ResourceBundle.getBundle(name, locale, control))
            .toList();
    hour =
        DateTimeFormatter.ofPattern(pattern("judging.hour"), Locale.ROOT).withZone(ChinaTime.ZONE);
  }

  /** English for an English reader, else Chinese. */
  public static Phrases in(Locale reader) {
    return reader.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? ENGLISH : CHINESE;
  }

  public String text(String code, Object... arguments) {
    // Parsed once; each use has a copy, for a format keeps notes while it works.
    var format =
        parsed.computeIfAbsent(code, each -> new MessageFormat(pattern(each), Locale.ROOT));
    return ((MessageFormat) format.clone()).format(arguments);
  }

  public String level(WarningLevel level) {
    return text("level." + level.name());
  }

  /** A full hour in Beijing time. */
  public String at(Instant instant) {
    return hour.format(instant);
  }

  private String pattern(String code) {
    return bundles.stream()
        .filter(bundle -> bundle.containsKey(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no text " + code))
        .getString(code);
  }
}
