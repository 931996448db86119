package lantian.console.drill.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import lantian.console.drill.OpenDrills;
import lantian.console.drill.OpenDrills.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Drills have a page of their own, in colours that no warning has. The first page shows what
 * everybody may know; this one asks for a token, uses it once and keeps it nowhere.
 */
@Controller
class DrillController {
  private static final int LONGEST_TOKEN = 8_000;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Shanghai"));

  private final OpenDrills drills;
  private final Clock clock;

  DrillController(OpenDrills drills, Clock clock) {
    this.drills = drills;
    this.clock = clock;
  }

  @GetMapping("/drill")
  String ask(Model model, Locale locale) {
    return page(model, locale, null);
  }

  @PostMapping("/drill")
  String show(
      @RequestParam(required = false) @Nullable String token,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    var given = token == null ? "" : token.strip();
    return page(model, locale, isToken(given) ? drills.seenWith(given) : new Answer.Refused());
  }

  /** What can stand in a header. */
  private static boolean isToken(String given) {
    return given.length() <= LONGEST_TOKEN && given.matches("[A-Za-z0-9._~+/=-]+");
  }

  private String page(Model model, Locale locale, @Nullable Answer answer) {
    model.addAttribute("english", locale.getLanguage().equals(Locale.ENGLISH.getLanguage()));
    model.addAttribute("refused", answer instanceof Answer.Refused);
    model.addAttribute("unanswered", answer instanceof Answer.NoAnswer);
    model.addAttribute("seen", answer instanceof Answer.Seen);
    model.addAttribute("drills", answer instanceof Answer.Seen(var seen) ? seen : List.of());
    model.addAttribute("times", new Times());
    model.addAttribute("readAt", TIME.format(clock.instant()));
    return "drill";
  }

  /** Times of Beijing. */
  record Times() {
    public String of(@Nullable OffsetDateTime time) {
      return time == null ? "—" : TIME.format((TemporalAccessor) time);
    }
  }
}
