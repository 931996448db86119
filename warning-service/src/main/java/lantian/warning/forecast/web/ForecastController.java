package lantian.warning.forecast.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import java.util.UUID;
import lantian.kit.security.Caller;
import lantian.kit.web.Problem;
import lantian.kit.web.ProblemType;
import lantian.warning.assessment.Explaining;
import lantian.warning.assessment.LiveJudgement;
import lantian.warning.assessment.web.AssessmentView;
import lantian.warning.damping.TellingAgreement;
import lantian.warning.damping.web.DampedView;
import lantian.warning.drill.Drill;
import lantian.warning.drill.web.TakingPart;
import lantian.warning.forecast.ForecastRun;
import lantian.warning.forecast.ReceivedForecast;
import lantian.warning.forecast.ReceivingForecast;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.proposal.Judged;
import lantian.warning.proposal.web.ProposalView;
import lantian.warning.proposal.web.ProposalViews;
import lantian.warning.series.web.sheet.CsvSheet;
import lantian.warning.series.web.sheet.ExcelSheet;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "forecasts", description = "空气质量预报 / forecasts of air quality")
class ForecastController {
  private static final int MOST_ROWS = 1000;

  private final ReceivingForecast receiving;
  private final ForecastRules rules;
  private final Jurisdictions jurisdictions;
  private final Explaining explaining;
  private final ProposalViews proposals;
  private final TellingAgreement telling;
  private final TakingPart takingPart;

  ForecastController(
      ReceivingForecast receiving,
      ForecastRules rules,
      Jurisdictions jurisdictions,
      Explaining explaining,
      ProposalViews proposals,
      TellingAgreement telling,
      TakingPart takingPart) {
    this.receiving = receiving;
    this.rules = rules;
    this.jurisdictions = jurisdictions;
    this.explaining = explaining;
    this.proposals = proposals;
    this.telling = telling;
    this.takingPart = takingPart;
  }

  /**
   * The run's id, how the place is judged with it, and the proposal that stands (null: none); and
   * what it asks for that waits for other runs (null: nothing).
   */
  record ForecastView(
      UUID id,
      @Nullable AssessmentView assessment,
      @Nullable ProposalView proposal,
      @Nullable DampedView damped) {}

  @PostMapping(path = "/api/v1/forecasts", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "报送预报并研判，可能提出预警建议 / takes a run in, judges it, may propose a change")
  ResponseEntity<ForecastView> receive(
      @RequestBody ForecastRequest request, Caller caller, Locale locale) {
    return receive(
        rules.read(request, place(request.jurisdiction(), caller), null), caller, locale);
  }

  @PostMapping("/api/v1/drills/{drill}/forecasts")
  @Operation(summary = "演练用预报：只在该次演练中研判 / a run for a drill, judged in that drill alone")
  ResponseEntity<ForecastView> receiveInDrill(
      @PathVariable UUID drill,
      @RequestBody ForecastRequest request,
      Caller caller,
      Locale locale) {
    Drill taken = takingPart.in(drill, request.jurisdiction());
    ForecastRun run = rules.read(request, place(request.jurisdiction(), caller), taken);
    return takingPart.whileItLasts(taken, () -> receive(run, caller, locale));
  }

  @PostMapping(path = "/api/v1/forecasts", consumes = CsvSheet.MEDIA_TYPE)
  @Operation(summary = "以 CSV 报送预报 / takes a run in as CSV, the rest as parameters")
  ResponseEntity<ForecastView> receiveCsv(
      @RequestBody byte[] file,
      @ParameterObject ForecastSheetRequest request,
      Caller caller,
      Locale locale) {
    return receive(
        rules.readSheet(
            request,
            place(request.jurisdiction(), caller),
            fields -> CsvSheet.read(file, MOST_ROWS, fields)),
        caller,
        locale);
  }

  @PostMapping(path = "/api/v1/forecasts", consumes = ExcelSheet.MEDIA_TYPE)
  @Operation(summary = "以 Excel 报送预报 / takes a run in as Excel, the rest as parameters")
  ResponseEntity<ForecastView> receiveExcel(
      @RequestBody byte[] file,
      @ParameterObject ForecastSheetRequest request,
      Caller caller,
      Locale locale) {
    return receive(
        rules.readSheet(
            request,
            place(request.jurisdiction(), caller),
            fields -> ExcelSheet.read(file, MOST_ROWS, fields)),
        caller,
        locale);
  }

  private @Nullable Jurisdiction place(@Nullable String code, Caller caller) {
    Jurisdiction place = code == null ? null : jurisdictions.find(code).orElse(null);
    if (place != null) {
      caller.requireJurisdiction(place.code(), place.authorityCode());
    }
    return place;
  }

  private ResponseEntity<ForecastView> receive(ForecastRun run, Caller caller, Locale locale) {
    return switch (receiving.receive(
        run, jurisdictions.find(run.jurisdiction()).orElseThrow(), caller.subject())) {
      case ReceivedForecast.Stored(var judged) -> answer(HttpStatus.CREATED, run, judged, locale);
      case ReceivedForecast.AlreadyThere(var judged) -> answer(HttpStatus.OK, run, judged, locale);
      case ReceivedForecast.SaysSomethingElse() ->
          throw Problem.of(ProblemType.CONFLICT, "forecast.other-content");
    };
  }

  private ResponseEntity<ForecastView> answer(
      HttpStatus status, ForecastRun run, Judged judged, Locale locale) {
    LiveJudgement judgement = judged.judgement();
    return ResponseEntity.status(status)
        .body(
            new ForecastView(
                run.id(),
                judgement == null
                    ? null
                    : AssessmentView.of(judgement.assessment(), explaining, locale),
                proposals.ofStanding(judged.standing(), locale),
                DampedView.of(judged.damped(), telling, locale)));
  }
}
