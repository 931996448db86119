package lantian.warning.assessment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import lantian.events.Mode;
import lantian.warning.aqi.web.FieldRules;
import lantian.warning.assessment.Assessment;
import lantian.warning.assessment.Explaining;
import lantian.warning.assessment.Judging;
import lantian.warning.assessment.ObservedHours;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.policy.Policies;
import lantian.warning.policy.Policy;
import lantian.warning.series.Points;
import lantian.warning.series.Series;
import lantian.warning.series.web.SeriesRules;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "assessments", description = "预警级别研判 / judging a series of hours")
class AssessmentController {
  private static final int MOST_POINTS = 1_000;

  private final Judging judging;
  private final Explaining explaining;
  private final Policies policies;
  private final Jurisdictions jurisdictions;
  private final ObjectProvider<ObservedHours> observedHours;
  private final Clock clock;

  AssessmentController(
      Judging judging,
      Explaining explaining,
      Policies policies,
      Jurisdictions jurisdictions,
      ObjectProvider<ObservedHours> observedHours,
      Clock clock) {
    this.judging = judging;
    this.explaining = explaining;
    this.policies = policies;
    this.jurisdictions = jurisdictions;
    this.observedHours = observedHours;
    this.clock = clock;
  }

  @PostMapping("/api/v1/assessments")
  @Operation(summary = "研判级别并逐条说明依据，不保存 / the level with each condition; stores nothing")
  AssessmentView assess(@RequestBody AssessmentRequest request, Locale locale) {
    FieldRules fields = new FieldRules();
    Instant now = request.now() == null ? null : fields.instant(request.now(), "/now");
    Jurisdiction jurisdiction = jurisdiction(request.jurisdiction(), fields);
    Policy policy = policy(request.policy(), jurisdiction, now, fields);
    Points points = new SeriesRules(fields).read(request.points(), MOST_POINTS);
    fields.mustHold();
    Series series = series(points, policy, now, jurisdiction);
    Assessment assessment =
        now == null
            ? judging.judge(series, policy, null)
            : judging.judge(series, policy, null, now);
    return AssessmentView.of(assessment, explaining, locale);
  }

  /** With {@code now} and a jurisdiction, what was measured there before the points comes first. */
  private Series series(
      @Nullable Points points,
      Policy policy,
      @Nullable Instant now,
      @Nullable Jurisdiction jurisdiction) {
    if (points == null) {
      throw new IllegalStateException("points that are wrong were not refused");
    }
    Series series = points.series(policy.dailyValue());
    ObservedHours stored = observedHours.getIfAvailable();
    if (now == null || jurisdiction == null || stored == null) {
      return series;
    }
    Instant before = points.first().minus(Duration.ofHours(1));
    Instant to = now.isBefore(before) ? now : before;
    Instant from = now.minus(Duration.ofHours(policy.historyHours()));
    Series observed =
        from.isAfter(to) ? null : stored.seriesBetween(jurisdiction.code(), Mode.LIVE, from, to);
    return observed == null ? series : Series.joining(observed, to, series);
  }

  private @Nullable Jurisdiction jurisdiction(@Nullable String code, FieldRules fields) {
    if (code == null) {
      return null;
    }
    Jurisdiction found = jurisdictions.find(code).orElse(null);
    if (found == null) {
      fields.wrong("/jurisdiction", "unknown-jurisdiction", code);
    }
    return found;
  }

  private Policy policy(
      @Nullable String name,
      @Nullable Jurisdiction jurisdiction,
      @Nullable Instant now,
      FieldRules fields) {
    if (name != null) {
      Policy named = policies.findToTry(name).orElse(null);
      if (named != null) {
        return named;
      }
      String known =
          policies.all().stream().map(Policy::id).distinct().collect(Collectors.joining(", "));
      fields.wrong("/policy", "unknown-policy", name, known);
    }
    if (jurisdiction == null) {
      return policies.named(Policies.WITHOUT_A_PLACE);
    }
    return policies.inForce(jurisdiction, now == null ? clock.instant() : now);
  }
}
