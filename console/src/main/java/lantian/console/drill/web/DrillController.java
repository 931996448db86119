package lantian.console.drill.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import lantian.console.drill.OpenDrills;
import lantian.console.drill.OpenDrills.Answer;
import lantian.console.page.PageTimes;
import lantian.console.page.TypedToken;
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
    return page(
        model, locale, TypedToken.read(token).map(drills::seenWith).orElseGet(Answer.Refused::new));
  }

  private String page(Model model, Locale locale, @Nullable Answer answer) {
    model.addAttribute("english", locale.getLanguage().equals(Locale.ENGLISH.getLanguage()));
    model.addAttribute("refused", answer instanceof Answer.Refused);
    model.addAttribute("unanswered", answer instanceof Answer.NoAnswer);
    model.addAttribute("seen", answer instanceof Answer.Seen);
    model.addAttribute("drills", answer instanceof Answer.Seen(var seen) ? seen : List.of());
    model.addAttribute("times", new PageTimes());
    model.addAttribute("readAt", new PageTimes().of(clock.instant()));
    return "drill";
  }
}
