package lantian.warning.observation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
import lantian.warning.series.HourlyPoint;
import lantian.warning.series.Points;
import lantian.warning.series.web.SeriesRules;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "observations", description = "空气质量监测 / measured air quality")
class ObservationController {
  private static final int MOST_POINTS = 240;
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

  @PostMapping("/api/v1/observations")
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
    Jurisdiction place = place(request.jurisdiction(), caller, fields);
    Instant now = clock.instant();
    if (request.issuedAt() != null) {
      mustNotBeAfter(now, fields.instant(request.issuedAt(), "/issuedAt"), "/issuedAt", fields);
    }
    String source = source(request.source(), fields);
    List<HourlyPoint> hours = hours(request, now, fields);
    fields.mustHold();
    if (place == null) {
      throw new IllegalStateException("an unknown jurisdiction was not refused");
    }
    Judged judged =
        recording.record(
            new Measurement(
                drill == null ? Mode.LIVE : Mode.DRILL,
                place.code(),
                drill == null ? source : drill.marked(source),
                hours,
                caller.subject()),
            place);
    return new ObservationView(hours.size(), proposals.ofStanding(judged.standing(), locale));
  }

  private @Nullable Jurisdiction place(@Nullable String code, Caller caller, FieldRules fields) {
    Jurisdiction place = code == null ? null : jurisdictions.find(code).orElse(null);
    if (place == null) {
      fields.wrong(
          "/jurisdiction",
          code == null ? "required" : "unknown-jurisdiction",
          String.valueOf(code));
    } else {
      caller.requireJurisdiction(place.code(), place.authorityCode());
    }
    return place;
  }

  private static String source(@Nullable String given, FieldRules fields) {
    if (given == null || given.isBlank()) {
      return DEFAULT_SOURCE;
    }
    if (given.length() > LONGEST_SOURCE) {
      fields.wrong("/source", "too-long", LONGEST_SOURCE);
    }
    return given.strip();
  }

  private static List<HourlyPoint> hours(
      ObservationRequest request, Instant now, FieldRules fields) {
    if (request.resolution() == Resolution.DAILY) {
      fields.wrong("/resolution", "not-hourly");
    }
    return switch (new SeriesRules(fields).read(request.points(), MOST_POINTS)) {
      case Points.Hourly(var hours) -> {
        for (int i = 0; i < hours.size(); i++) {
          mustNotBeAfter(now, hours.get(i).at(), "/points/" + i + "/at", fields);
        }
        yield hours;
      }
      case Points.Daily _ -> {
        fields.wrong("/points", "not-hourly");
        yield List.of();
      }
      case null -> List.of();
    };
  }

  private static void mustNotBeAfter(
      Instant now, @Nullable Instant given, String pointer, FieldRules fields) {
    if (given != null && given.isAfter(now)) {
      fields.wrong(pointer, "future", ChinaTime.at(now.truncatedTo(ChronoUnit.SECONDS)).toString());
    }
  }
}
