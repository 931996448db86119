package lantian.warning.observation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import lantian.events.ChinaTime;
import lantian.events.Mode;
import lantian.events.Resolution;
import lantian.kit.security.Caller;
import lantian.warning.aqi.web.FieldRules;
import lantian.warning.drill.Drill;
import lantian.warning.drill.web.TakingPart;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.observation.Measurement;
import lantian.warning.observation.RecordingObservations;
import lantian.warning.proposal.Judged;
import lantian.warning.proposal.web.ProposalView;
import lantian.warning.proposal.web.ProposalViews;
import lantian.warning.series.Points;
import lantian.warning.series.web.SeriesRules;
import lantian.warning.series.web.sheet.CsvSheet;
import lantian.warning.series.web.sheet.ExcelSheet;
import lantian.warning.series.web.sheet.SeriesSheet;
import lantian.warning.series.web.sheet.Sheet;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "observations", description = "空气质量监测 / measured air quality")
class ObservationController {
  private static final int MOST_POINTS = 240;
  private static final int MOST_ROWS = 1000;
  private static final int LONGEST_SOURCE = 100;
  private static final String DEFAULT_SOURCE = "monitoring";

  private final RecordingObservations recording;
  private final Jurisdictions jurisdictions;
  private final ProposalViews proposals;
  private final TakingPart takingPart;
  private final Clock clock;

  ObservationController(
      RecordingObservations recording,
      Jurisdictions jurisdictions,
      ProposalViews proposals,
      TakingPart takingPart,
      Clock clock) {
    this.recording = recording;
    this.jurisdictions = jurisdictions;
    this.proposals = proposals;
    this.takingPart = takingPart;
    this.clock = clock;
  }

  /** How many hours were taken in, and the proposal that stands (null: none). */
  record ObservationView(int recorded, @Nullable ProposalView proposal) {}

  @PostMapping(path = "/api/v1/observations", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "报送小时监测值，可更正 / takes measured hours in, or corrections of them")
  @ResponseStatus(HttpStatus.CREATED)
  ObservationView record(@RequestBody ObservationRequest request, Caller caller, Locale locale) {
    return record(request, null, caller, locale);
  }

  @PostMapping("/api/v1/drills/{drill}/observations")
  @Operation(summary = "演练用监测值：只在该次演练中研判 / measured hours of a drill, judged in that drill alone")
  @ResponseStatus(HttpStatus.CREATED)
  ObservationView recordInDrill(
      @PathVariable UUID drill,
      @RequestBody ObservationRequest request,
      Caller caller,
      Locale locale) {
    return record(request, takingPart.in(drill, request.jurisdiction()), caller, locale);
  }

  private ObservationView record(
      ObservationRequest request, @Nullable Drill drill, Caller caller, Locale locale) {
    FieldRules fields = new FieldRules();
    if (request.resolution() == Resolution.DAILY) {
      fields.wrong("/resolution", "not-hourly");
    }
    Points points = new SeriesRules(fields).read(request.points(), MOST_POINTS);
    if (points instanceof Points.Daily) {
      fields.wrong("/points", "not-hourly");
    }
    if (points != null) {
      for (int i = 0; i < points.size() && points instanceof Points.Hourly(var hours); i++) {
        mustNotBeAfter(clock.instant(), hours.get(i).at(), "/points/" + i + "/at", fields);
      }
    }
    return record(request, drill, points, "/", fields, caller, locale);
  }

  @PostMapping(path = "/api/v1/observations", consumes = CsvSheet.MEDIA_TYPE)
  @Operation(summary = "以 CSV 报送小时监测值 / takes measured hours in as CSV")
  @ResponseStatus(HttpStatus.CREATED)
  ObservationView recordCsv(
      @RequestBody byte[] file,
      @ParameterObject ObservationSheetRequest request,
      Caller caller,
      Locale locale) {
    FieldRules fields = new FieldRules();
    return recordSheet(CsvSheet.read(file, MOST_ROWS, fields), request, fields, caller, locale);
  }

  @PostMapping(path = "/api/v1/observations", consumes = ExcelSheet.MEDIA_TYPE)
  @Operation(summary = "以 Excel 报送小时监测值 / takes measured hours in as Excel")
  @ResponseStatus(HttpStatus.CREATED)
  ObservationView recordExcel(
      @RequestBody byte[] file,
      @ParameterObject ObservationSheetRequest request,
      Caller caller,
      Locale locale) {
    FieldRules fields = new FieldRules();
    return recordSheet(ExcelSheet.read(file, MOST_ROWS, fields), request, fields, caller, locale);
  }

  private ObservationView recordSheet(
      Sheet sheet,
      ObservationSheetRequest request,
      FieldRules fields,
      Caller caller,
      Locale locale) {
    Points points = new SeriesSheet(fields).read(sheet, MOST_POINTS);
    if (points instanceof Points.Daily) {
      fields.wrong("", "not-hourly");
    } else if (points != null) {
      mustNotBeAfter(clock.instant(), points.last(), "/" + sheet.lastNumber() + "/at", fields);
    }
    return record(
        new ObservationRequest(
            request.jurisdiction(), request.issuedAt(), request.source(), null, null),
        null,
        points,
        "?",
        fields,
        caller,
        locale);
  }

  private ObservationView record(
      ObservationRequest request,
      @Nullable Drill drill,
      @Nullable Points points,
      String before,
      FieldRules fields,
      Caller caller,
      Locale locale) {
    Jurisdiction place = place(request.jurisdiction(), before, caller, fields);
    Instant now = clock.instant();
    if (request.issuedAt() != null) {
      String pointer = before + "issuedAt";
      mustNotBeAfter(now, fields.instant(request.issuedAt(), pointer), pointer, fields);
    }
    String source = fields.name(request.source(), before + "source", LONGEST_SOURCE);
    fields.mustHold();
    if (place == null || !(points instanceof Points.Hourly(var hours))) {
      throw new IllegalStateException("what is wrong was not refused");
    }
    String named = source == null ? DEFAULT_SOURCE : source;
    Measurement measurement =
        new Measurement(
            drill == null ? Mode.LIVE : Mode.DRILL,
            place.code(),
            drill == null ? named : drill.marked(named),
            hours,
            caller.subject());
    Judged judged =
        drill == null
            ? recording.record(measurement, place)
            : takingPart.whileItLasts(drill, () -> recording.record(measurement, place));
    return new ObservationView(hours.size(), proposals.ofStanding(judged.standing(), locale));
  }

  private @Nullable Jurisdiction place(
      @Nullable String code, String before, Caller caller, FieldRules fields) {
    Jurisdiction place = code == null ? null : jurisdictions.find(code).orElse(null);
    if (place == null) {
      fields.wrong(
          before + "jurisdiction",
          code == null ? "required" : "unknown-jurisdiction",
          String.valueOf(code));
    } else {
      caller.requireJurisdiction(place.code(), place.authorityCode());
    }
    return place;
  }

  private static void mustNotBeAfter(
      Instant now, @Nullable Instant given, String pointer, FieldRules fields) {
    if (given != null && given.isAfter(now)) {
      fields.wrong(pointer, "future", ChinaTime.at(now.truncatedTo(ChronoUnit.SECONDS)).toString());
    }
  }
}
