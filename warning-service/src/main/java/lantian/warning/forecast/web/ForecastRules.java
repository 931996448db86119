package lantian.warning.forecast.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lantian.events.Cause;
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
import lantian.warning.series.web.sheet.SeriesSheet;
import lantian.warning.series.web.sheet.Sheet;
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
    return run(
        request,
        place,
        drill,
        () -> {
          if (request.resolution() == null) {
            fields.wrong("/resolution", "required");
          }
          Points points = new SeriesRules(fields).read(request.points(), MOST_POINTS);
          if (points != null) {
            mustBe(request.resolution(), points, fields);
          }
          return points;
        },
        "/",
        fields);
  }

  /**
   * The same, its points from a file and all else from parameters.
   *
   * @param reading the file; notes what is wrong with it
   */
  ForecastRun readSheet(
      ForecastSheetRequest request,
      @Nullable Jurisdiction place,
      Function<FieldRules, Sheet> reading) {
    FieldRules fields = new FieldRules();
    Resolution resolution = constant(Resolution.class, request.resolution(), "?resolution", fields);
    Cause causeMark = constant(Cause.class, request.causeMark(), "?causeMark", fields);
    return run(
        new ForecastRequest(
            request.jurisdiction(),
            request.issuedAt(),
            request.source(),
            resolution,
            causeMark,
            request.policy(),
            null),
        place,
        null,
        () -> {
          Points points = new SeriesSheet(fields).read(reading.apply(fields), MOST_POINTS);
          if (points != null && resolution != null && resolution != resolutionOf(points)) {
            fields.wrong("?resolution", "not-resolution", resolution.name());
          }
          return points;
        },
        "?",
        fields);
  }

  private ForecastRun run(
      ForecastRequest request,
      @Nullable Jurisdiction place,
      @Nullable Drill drill,
      Supplier<@Nullable Points> reading,
      String before,
      FieldRules fields) {
    if (place == null) {
      String code = request.jurisdiction();
      fields.wrong(
          before + "jurisdiction",
          code == null ? "required" : "unknown-jurisdiction",
          String.valueOf(code));
    }
    Instant issuedAt = issuedAt(request, before, fields);
    String source = source(request.source(), before, fields);
    Policy policy = policy(request.policy(), before, fields);
    Points points = reading.get();
    if (points != null && issuedAt != null) {
      mustFit(points, issuedAt, before, fields);
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

  private static <E extends Enum<E>> @Nullable E constant(
      Class<E> type, @Nullable String name, String pointer, FieldRules fields) {
    if (name == null || name.isBlank()) {
      return null;
    }
    try {
      return Enum.valueOf(type, name);
    } catch (IllegalArgumentException e) {
      fields.wrong(pointer, "format", name);
      return null;
    }
  }

  private @Nullable Instant issuedAt(ForecastRequest request, String before, FieldRules fields) {
    Instant given = fields.instant(request.issuedAt(), before + "issuedAt");
    Instant now = clock.instant();
    if (given != null && given.isAfter(now)) {
      fields.wrong(
          before + "issuedAt",
          "future",
          ChinaTime.at(now.truncatedTo(ChronoUnit.SECONDS)).toString());
    }
    return given == null ? null : given.truncatedTo(ChronoUnit.MILLIS);
  }

  private static String source(@Nullable String given, String before, FieldRules fields) {
    String pointer = before + "source";
    if (given == null || given.isBlank()) {
      fields.wrong(pointer, "required");
      return "";
    }
    String source = fields.name(given, pointer, LONGEST_SOURCE);
    return source == null ? "" : source;
  }

  private @Nullable Policy policy(@Nullable String name, String before, FieldRules fields) {
    if (name == null) {
      return null;
    }
    Policy named = policies.find(name).orElse(null);
    if (named == null && policies.findToTry(name).isPresent()) {
      fields.wrong(before + "policy", "policy-draft", name);
    } else if (named == null) {
      String known =
          policies.all().stream().map(Policy::id).distinct().collect(Collectors.joining(", "));
      fields.wrong(before + "policy", "unknown-policy", name, known);
    }
    return named;
  }

  private static Resolution resolutionOf(Points points) {
    return points instanceof Points.Daily ? Resolution.DAILY : Resolution.HOURLY;
  }

  private static void mustBe(@Nullable Resolution resolution, Points points, FieldRules fields) {
    boolean daily = points instanceof Points.Daily;
    if (daily && resolution == Resolution.HOURLY) {
      fields.wrong("/points", "not-hourly");
    } else if (!daily && resolution == Resolution.DAILY) {
      fields.wrong("/points", "not-daily");
    }
  }

  /** Hours before the issue are no error: many models start some time earlier. */
  private static void mustFit(Points points, Instant issuedAt, String before, FieldRules fields) {
    boolean file = before.equals("?");
    String first = points instanceof Points.Daily ? "/points/0/date" : "/points/0/at";
    if (Duration.between(issuedAt, points.first()).abs().compareTo(Duration.ofHours(FARTHEST_HOURS))
        > 0) {
      fields.wrong(file ? "?issuedAt" : first, "far-from-issue", FARTHEST_HOURS);
    } else if (points.last().isBefore(issuedAt.truncatedTo(ChronoUnit.HOURS))) {
      fields.wrong(before + "issuedAt", "run-over");
    }
  }
}
