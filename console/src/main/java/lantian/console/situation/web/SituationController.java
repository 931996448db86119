package lantian.console.situation.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import lantian.console.page.PageTimes;
import lantian.console.page.ServiceAddresses;
import lantian.console.situation.Situations;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: which level is in force where, and the ways onward. */
@Controller
class SituationController {

  /** In the order of the chain. */
  private static final List<String> SERVICES =
      List.of("warning-service", "tasking-service", "notification-service", "reporting-service");

  private final Situations situations;
  private final ServiceAddresses addresses;
  private final MessageSource messages;
  private final Clock clock;

  SituationController(
      Situations situations, ServiceAddresses addresses, MessageSource messages, Clock clock) {
    this.situations = situations;
    this.addresses = addresses;
    this.messages = messages;
    this.clock = clock;
  }

  @GetMapping("/")
  String situation(Model model, Locale locale) {
    boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    var situation = situations.now();
    model.addAttribute("english", english);
    model.addAttribute(
        "beside", new OtherLanguage(messages, english ? Locale.CHINESE : Locale.ENGLISH));
    model.addAttribute("answered", situation.isPresent());
    model.addAttribute(
        "jurisdictions",
        situation.stream()
            .flatMap(
                answer ->
                    answer.jurisdictions().stream()
                        .map(
                            jurisdiction ->
                                JurisdictionView.of(
                                    jurisdiction, answer.warningsIn(jurisdiction), english)))
            .toList());
    model.addAttribute(
        "services",
        SERVICES.stream().map(name -> new ServiceView(name, addresses.of(name))).toList());
    model.addAttribute("readAt", new PageTimes().of(clock.instant()));
    return "situation";
  }

  /** A service with its links. */
  record ServiceView(String name, String address) {}

  /** The texts of the page in the language that is not the reader's. */
  record OtherLanguage(MessageSource messages, Locale locale) {
    public String text(String code) {
      return messages.getMessage(code, null, locale);
    }

    public String language() {
      return locale.toLanguageTag();
    }
  }
}
