package lantian.warning.tracking.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import lantian.events.Mode;
import lantian.kit.security.Caller;
import lantian.kit.web.FieldError;
import lantian.kit.web.Problem;
import lantian.warning.assessment.Phrases;
import lantian.warning.damping.TellingAgreement;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.jurisdiction.web.ReachableJurisdictions;
import lantian.warning.tracking.ReadingTrack;
import lantian.warning.tracking.TellingTrack;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "forecasts", description = "空气质量预报 / forecasts of air quality")
class TrackController {
  private static final int MOST_RUNS = 50;

  private final ReadingTrack reading;
  private final TellingTrack telling;
  private final TellingAgreement agreement;
  private final Jurisdictions jurisdictions;
  private final ReachableJurisdictions reachable;
  private final Clock clock;

  TrackController(
      ReadingTrack reading,
      TellingTrack telling,
      TellingAgreement agreement,
      Jurisdictions jurisdictions,
      ReachableJurisdictions reachable,
      Clock clock) {
    this.reading = reading;
    this.telling = telling;
    this.agreement = agreement;
    this.jurisdictions = jurisdictions;
    this.reachable = reachable;
    this.clock = clock;
  }

  @GetMapping("/api/v1/forecasts/tracking")
  @Operation(summary = "逐次预报研判级别的变化与把握 / how the judged level went from run to run")
  TrackView track(
      @RequestParam(required = false) @Nullable String jurisdiction,
      @RequestParam(defaultValue = "4") int last,
      Caller caller,
      Locale locale) {
    if (jurisdiction == null) {
      throw Problem.invalid(FieldError.at("?jurisdiction", "required"));
    }
    Jurisdiction place =
        jurisdictions.find(reachable.codes(jurisdiction, caller).getFirst()).orElseThrow();
    if (last < 1 || last > MOST_RUNS) {
      throw Problem.invalid(FieldError.at("?last", "range", 1, MOST_RUNS));
    }
    Instant now = clock.instant();
    return TrackView.of(
        reading.of(place, Mode.LIVE, last, now), now, telling, agreement, Phrases.in(locale));
  }
}
