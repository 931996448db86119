package lantian.reporting.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import lantian.events.ChinaTime;
import lantian.events.Text;
import org.jspecify.annotations.Nullable;

/** The report's words in the reader's language, Chinese unless English is asked for. */
public final class Words {
  private static final String BUNDLE = "reporting-service-report";
  private static final long MINUTES_OF_AN_HOUR = 60;

  private final ResourceBundle bundle;
  private final boolean english;
  private final DateTimeFormatter moment;
  private final DateTimeFormatter day;
  private final DateTimeFormatter prose;

  private Words(Locale locale) {
    english = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
    bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            english ? Locale.ENGLISH : Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    moment = DateTimeFormatter.ofPattern(bundle.getString("format.moment"), Locale.ROOT);
    day = DateTimeFormatter.ofPattern(bundle.getString("format.day"), Locale.ROOT);
    prose = DateTimeFormatter.ofPattern(bundle.getString("format.prose"), Locale.ENGLISH);
  }

  public static Words in(Locale locale) {
    return new Words(locale);
  }

  public boolean english() {
    return english;
  }

  /** The text of the code with {0}, {1} … put in; an unknown code is a fault of the program. */
  public String say(String code, @Nullable Object... values) {
    String text = bundle.getString(code);
    for (int i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", values[i] == null ? none() : String.valueOf(values[i]));
    }
    return text;
  }

  public String say(Enum<?> constant) {
    return say(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
  }

  /** As {@link #say(String, Object...)}, under a name of its own for templates. */
  public String label(String code) {
    return say(code);
  }

  /** As {@link #say(Enum)}, under a name of its own for templates. */
  public String nameOf(Enum<?> constant) {
    return say(constant);
  }

  public String say(Text text) {
    return english ? text.en() : text.zh();
  }

  public String none() {
    return bundle.getString("none");
  }

  public String at(@Nullable Instant instant) {
    return instant == null ? none() : moment.format(ChinaTime.at(instant));
  }

  public String on(@Nullable LocalDate date) {
    return date == null ? none() : day.format(date);
  }

  /** A moment as a sentence has it. */
  public String inProse(OffsetDateTime at) {
    return prose.format(at.atZoneSameInstant(ChinaTime.ZONE));
  }

  /** A length of time in hours and minutes. */
  public String lasting(@Nullable Duration duration) {
    if (duration == null) {
      return none();
    }
    long minutes = duration.toMinutes();
    String sign = minutes < 0 ? "-" : "";
    long whole = Math.abs(minutes) / MINUTES_OF_AN_HOUR;
    long rest = Math.abs(minutes) % MINUTES_OF_AN_HOUR;
    if (whole == 0) {
      return sign + say("format.minutes", rest);
    }
    return sign
        + (rest == 0 ? say("format.hours", whole) : say("format.hours-minutes", whole, rest));
  }

  /** A part of a whole in percent without decimals. */
  public String share(long part, long whole) {
    return whole == 0 ? none() : Math.round(100.0 * part / whole) + "%";
  }

  public String list(List<String> items) {
    return items.isEmpty() ? none() : String.join(bundle.getString("format.and"), items);
  }

  /** The first of them, and how many more there are of all. */
  public String list(List<String> items, int atMost, int all) {
    List<String> named = items.subList(0, Math.min(items.size(), atMost));
    int left = all - named.size();
    return left <= 0 ? list(named) : say("format.and-more", list(named), left);
  }
}
