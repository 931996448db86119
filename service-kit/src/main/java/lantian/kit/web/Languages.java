package lantian.kit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The languages of the platform: Chinese unless the reader asks for English. */
public final class Languages {
  public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
  public static final Locale ENGLISH = Locale.ENGLISH;

  private Languages() {}

  /** The language of a request, by {@code Accept-Language}. */
  public static Locale of(HttpServletRequest request) {
    return of(request.getHeader("Accept-Language"));
  }

  static Locale of(@org.jspecify.annotations.Nullable String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.isBlank()) {
      return CHINESE;
    }
    try {
      var ranges = Locale.LanguageRange.parse(acceptLanguage);
      var found = Locale.lookup(ranges, List.of(CHINESE, Locale.CHINESE, ENGLISH));
      return ENGLISH.equals(found) ? ENGLISH : CHINESE;
    } catch (IllegalArgumentException e) {
      return CHINESE;
    }
  }

  /** The languages a text exists in, Chinese first. */
  public static List<Locale> all() {
    return Arrays.asList(CHINESE, ENGLISH);
  }
}
