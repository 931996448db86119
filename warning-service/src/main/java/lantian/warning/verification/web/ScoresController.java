package lantian.warning.verification.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import lantian.kit.security.Caller;
import lantian.kit.web.FieldError;
import lantian.kit.web.Problem;
import lantian.warning.aqi.web.FieldRules;
import lantian.warning.assessment.Phrases;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.jurisdiction.web.ReachableJurisdictions;
import lantian.warning.verification.TellingScore;
import lantian.warning.verification.Verifying;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "forecasts", description = "空气质量预报 / forecasts of air quality")
class ScoresController {
  private static final int MOST_DAYS = 366;

  private final Verifying verifying;
  private final TellingScore telling;
  private final Jurisdictions jurisdictions;
  private final ReachableJurisdictions reachable;
  private final Clock clock;

  ScoresController(
      Verifying verifying,
      TellingScore telling,
      Jurisdictions jurisdictions,
      ReachableJurisdictions reachable,
      Clock clock) {
    this.verifying = verifying;
    this.telling = telling;
    this.jurisdictions = jurisdictions;
    this.reachable = reachable;
    this.clock = clock;
  }

  @GetMapping("/api/v1/forecasts/scores")
  @Operation(summary = "预报与预警的检验评分 / forecasts and warnings held against what was measured")
  ScoresView scores(
      @RequestParam(required = false) @Nullable String jurisdiction,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String source,
      Caller caller,
      Locale locale) {
    FieldRules fields = new FieldRules();
    if (jurisdiction == null) {
      fields.wrong("?jurisdiction", "required");
    }
    LocalDate first = fields.date(from, "?from");
    LocalDate last = fields.date(to, "?to");
    if (first != null && last != null) {
      long days = ChronoUnit.DAYS.between(first, last) + 1;
      if (days < 1) {
        fields.wrong("?to", "not-in-order");
      } else if (days > MOST_DAYS) {
        fields.wrong("?to", "too-many-days", MOST_DAYS, days);
      }
    }
    fields.mustHold();
    if (jurisdiction == null || first == null || last == null) {
      throw new IllegalStateException("a time that is wrong was not refused");
    }
    Jurisdiction place =
        jurisdictions.find(reachable.codes(jurisdiction, caller).getFirst()).orElseThrow();
    return verifying
        .of(place, first, last, source, clock.instant())
        .map(verification -> ScoresView.of(verification, telling, Phrases.in(locale)))
        .orElseThrow(
            () ->
                Problem.invalid(FieldError.at("?jurisdiction", "nothing-observed", place.code())));
  }
}
