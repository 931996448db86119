package lantian.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** Chinese unless the reader asks for English, by {@code ?lang=en} or the browser's languages. */
@Component("localeResolver")
class PageLanguage extends AcceptHeaderLocaleResolver {

  PageLanguage() {
    setSupportedLocales(List.of(Locale.SIMPLIFIED_CHINESE, Locale.CHINESE, Locale.ENGLISH));
    setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    var asked = request.getParameter("lang");
    if (asked == null) {
      return super.resolveLocale(request);
    }
    return asked.startsWith("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
  }
}
