package lantian.console.approval.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lantian.console.approval.Answer;
import lantian.console.approval.DecidingOnWhatWasSeen;
import lantian.console.approval.Outcome;
import lantian.console.approval.Proposals;
import lantian.console.approval.Proposals.Waiting;
import lantian.console.approval.Reader;
import lantian.console.page.LevelStyle;
import lantian.console.page.PageTimes;
import lantian.console.page.TypedToken;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page of approval. It asks for a token with each act, to look and to decide, uses it for that
 * and keeps it nowhere: a decision is signed by whoever has just typed it in.
 */
@Controller
class ApprovalController {
  private final Proposals proposals;
  private final DecidingOnWhatWasSeen deciding;
  private final PlaceNames places;
  private final Clock clock;

  ApprovalController(
      Proposals proposals, DecidingOnWhatWasSeen deciding, PlaceNames places, Clock clock) {
    this.proposals = proposals;
    this.deciding = deciding;
    this.places = places;
    this.clock = clock;
  }

  @GetMapping("/approvals")
  String ask(Model model, Locale locale) {
    return page(model, locale, null, null);
  }

  @PostMapping("/approvals")
  String show(
      @RequestParam(required = false) @Nullable String token,
      @RequestParam(required = false) @Nullable String jurisdiction,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    neverStored(response);
    var reader = reader(token, locale);
    model.addAttribute("unreadable", reader.isEmpty());
    return page(
        model,
        locale,
        reader.map(who -> proposals.waiting(code(jurisdiction), who)).orElse(null),
        code(jurisdiction));
  }

  @PostMapping("/approvals/decisions")
  String decide(
      @RequestParam(required = false) @Nullable String token,
      @RequestParam(required = false) @Nullable String jurisdiction,
      @ModelAttribute DecisionForm form,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    neverStored(response);
    var reader = reader(token, locale);
    var decision = form.read();
    model.addAttribute("unreadable", reader.isEmpty());
    model.addAttribute("malformed", decision.isEmpty());
    if (reader.isPresent() && decision.isPresent()) {
      tell(deciding.decide(decision.get(), reader.get()), model);
    }
    if (!model.containsAttribute("done")) {
      // What was written is not lost with a decision that was not taken.
      model.addAttribute("writtenFor", form.proposal());
      model.addAttribute("written", form.reason());
    }
    return page(
        model,
        locale,
        reader.map(who -> proposals.waiting(code(jurisdiction), who)).orElse(null),
        code(jurisdiction));
  }

  private static void tell(Outcome outcome, Model model) {
    switch (outcome) {
      case Outcome.Done(var move, var proposal) -> {
        model.addAttribute("move", move.name());
        model.addAttribute("done", proposal);
      }
      case Outcome.Refused(var problem) -> model.addAttribute("refusal", problem);
      case Outcome.SeenAnother() -> model.addAttribute("outcome", "seen-another");
      case Outcome.NotAsked() -> model.addAttribute("outcome", "not-asked");
      case Outcome.NotKnown() -> model.addAttribute("outcome", "not-known");
    }
  }

  private String page(
      Model model, Locale locale, @Nullable Answer<Waiting> answer, @Nullable String jurisdiction) {
    boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    Waiting waiting =
        answer instanceof Answer.Told<Waiting>(var told) ? told : new Waiting(List.of(), 0);
    model.addAttribute(
        "undecided", model.containsAttribute("refusal") || model.containsAttribute("outcome"));
    model.addAttribute("english", english);
    model.addAttribute("lang", english ? "en" : "zh");
    model.addAttribute("seen", answer instanceof Answer.Told<Waiting>);
    model.addAttribute("unanswered", answer instanceof Answer.Silent<Waiting>);
    model.addAttribute(
        "problem", answer instanceof Answer.Refused<Waiting>(var problem) ? problem : null);
    model.addAttribute(
        "live", waiting.proposals().stream().filter(each -> !each.proposal().isDrill()).toList());
    model.addAttribute(
        "drills", waiting.proposals().stream().filter(each -> each.proposal().isDrill()).toList());
    model.addAttribute("more", waiting.more());
    model.addAttribute("jurisdiction", jurisdiction);
    model.addAttribute("places", waiting.proposals().isEmpty() ? null : places.now(english));
    model.addAttribute("styles", new LevelStyle());
    model.addAttribute("times", new PageTimes());
    model.addAttribute("readAt", new PageTimes().of(clock.instant()));
    return "approvals";
  }

  private static Optional<Reader> reader(@Nullable String token, Locale locale) {
    return TypedToken.read(token).map(read -> new Reader(read, locale));
  }

  /** A code of six digits, or all of them. */
  private static @Nullable String code(@Nullable String typed) {
    return typed != null && typed.strip().matches("[0-9]{6}") ? typed.strip() : null;
  }

  private static void neverStored(HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
  }
}
