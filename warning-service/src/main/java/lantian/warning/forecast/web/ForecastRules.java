package lantian.warning.forecast.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import lantian.events.ChinaTime;
import lantian.events.Mode;
import lantian.events.Resolution;
import lantian.warning.aqi.web.FieldRules;
import lantian.warning.drill.Drill;
import lantian.warning.forecast.ForecastRun;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.policy.Policies;
import lantian.warning.policy.Policy;
import lantian.warning.series.Points;
import lantian.warning.series.web.SeriesRules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a run in a request must keep; a run with any error is refused as a whole. */
@Component
class ForecastRules {
  private static final int MOST_POINTS = 240;
  private static final int LONGEST_SOURCE = 100;
  private static final int FARTHEST_HOURS = 240;

  private final Policies policies;
  private final Clock clock;

  ForecastRules(Policies policies, Clock clock) {
    this.policies = policies;
    this.clock = clock;
  }

  /**
   * The run, or a problem that names every field at fault.
   *
   * @param drill to which it belongs; null: live
   */
  ForecastRun read(ForecastRequest request, @Nullable Jurisdiction place, @Nullable Drill drill) {
    FieldRules fields = new FieldRules();
    if (place == null) {
      String code = request.jurisdiction();
      fields.wrong(
          "/jurisdiction",
          code == null ? "required" : "unknown-jurisdiction",
          String.valueOf(code));
    }
    Instant issuedAt = issuedAt(request, fields);
    String source = source(request.source(), fields);
    if (request.resolution() == null) {
      fields.wrong("/resolution", "required");
    }
    Policy policy = policy(request.policy(), fields);
    Points points = new SeriesRules(fields).read(request.points(), MOST_POINTS);
    if (points != null) {
      mustFit(points, request.resolution(), issuedAt, fields);
    }
    fields.mustHold();
    if (place == null || issuedAt == null || points == null) {
      throw new IllegalStateException("a run that is wrong was not refused");
    }
    return new ForecastRun(
        drill == null ? Mode.LIVE : Mode.DRILL,
        place.code(),
        drill == null ? source : drill.marked(source),
        issuedAt,
        request.causeMark(),
        policy == null ? null : policy.reference(),
        points);
  }

  private @Nullable Instant issuedAt(ForecastRequest request, FieldRules fields) {
    Instant given = fields.instant(request.issuedAt(), "/issuedAt");
    Instant now = clock.instant();
    if (given != null && given.isAfter(now)) {
      fields.wrong(
          "/issuedAt", "future", ChinaTime.at(now.truncatedTo(ChronoUnit.SECONDS)).toString());
    }
    return given == null ? null : given.truncatedTo(ChronoUnit.MILLIS);
  }

  private static String source(@Nullable String given, FieldRules fields) {
    if (given == null || given.isBlank()) {
      fields.wrong("/source", "required");
      return "";
    }
    if (given.length() > LONGEST_SOURCE) {
      fields.wrong("/source", "too-long", LONGEST_SOURCE);
    }
    return given.strip();
  }

  private @Nullable Policy policy(@Nullable String name, FieldRules fields) {
    if (name == null) {
      return null;
    }
    Policy named = policies.find(name).orElse(null);
    if (named == null && policies.findToTry(name).isPresent()) {
      fields.wrong("/policy", "policy-draft", name);
    } else if (named == null) {
      String known =
          policies.all().stream().map(Policy::id).distinct().collect(Collectors.joining(", "));
      fields.wrong("/policy", "unknown-policy", name, known);
    }
    return named;
  }

  /** Hours before the issue are no error: many models start some time earlier. */
  private static void mustFit(
      Points points,
      @Nullable Resolution resolution,
      @Nullable Instant issuedAt,
      FieldRules fields) {
    boolean daily = points instanceof Points.Daily;
    if (daily && resolution == Resolution.HOURLY) {
      fields.wrong("/points", "not-hourly");
    } else if (!daily && resolution == Resolution.DAILY) {
      fields.wrong("/points", "not-daily");
    }
    if (issuedAt != null
        && Duration.between(issuedAt, points.first())
                .abs()
                .compareTo(Duration.ofHours(FARTHEST_HOURS))
            > 0) {
      fields.wrong(daily ? "/points/0/date" : "/points/0/at", "far-from-issue", FARTHEST_HOURS);
    }
  }
}
