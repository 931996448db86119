package lantian.warning.backtest.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import lantian.events.ChinaTime;
import lantian.events.Mode;
import lantian.kit.security.Caller;
import lantian.warning.aqi.web.FieldRules;
import lantian.warning.assessment.ObservedHours;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.policy.Policies;
import lantian.warning.policy.Policy;
import lantian.warning.series.DailyValue;
import lantian.warning.series.Points;
import lantian.warning.series.Series;
import lantian.warning.series.web.PointRequest;
import lantian.warning.series.web.SeriesCsv;
import lantian.warning.series.web.SeriesRules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a back-test in a request must keep. */
@Component
class BackTestRules {
  /** Some seven years of hours. */
  static final int MOST_HOURS = 61_320;

  private static final int HOURS_A_DAY = 24;

  private final Policies policies;
  private final Jurisdictions jurisdictions;
  private final ObservedHours observed;
  private final Clock clock;

  BackTestRules(
      Policies policies, Jurisdictions jurisdictions, ObservedHours observed, Clock clock) {
    this.policies = policies;
    this.jurisdictions = jurisdictions;
    this.observed = observed;
    this.clock = clock;
  }

  /** What is to be compared over which season. */
  record Wanted(Series season, Policy tried, Policy against) {}

  Wanted read(BackTestRequest request, Caller caller) {
    FieldRules fields = new FieldRules();
    Jurisdiction place = place(request.jurisdiction(), "/jurisdiction", fields);
    Policy tried = tried(request.policy(), "/policy", fields);
    Policy against = against(request.against(), "/against", place, fields);
    Series season =
        request.points() == null
            ? stored(request, place, caller, fields)
            : given(request, request.points(), fields);
    return wanted(season, tried, against, fields);
  }

  /** The same, the season as CSV and the rest as parameters. */
  Wanted readCsv(
      byte[] csv,
      @Nullable String policy,
      @Nullable String againstName,
      @Nullable String jurisdiction) {
    FieldRules fields = new FieldRules();
    Jurisdiction place = place(jurisdiction, "?jurisdiction", fields);
    Policy tried = tried(policy, "?policy", fields);
    Policy against = against(againstName, "?against", place, fields);
    Series season = hours(new SeriesCsv(fields).read(csv, MOST_HOURS), "", fields);
    return wanted(season, tried, against, fields);
  }

  private static Wanted wanted(
      @Nullable Series season,
      @Nullable Policy tried,
      @Nullable Policy against,
      FieldRules fields) {
    fields.mustHold();
    if (season == null || tried == null || against == null) {
      throw new IllegalStateException("a back-test that is wrong was not refused");
    }
    return new Wanted(season, tried, against);
  }

  private static @Nullable Series given(
      BackTestRequest request, List<@Nullable PointRequest> points, FieldRules fields) {
    if (request.from() != null) {
      fields.wrong("/from", "not-with-points");
    }
    if (request.to() != null) {
      fields.wrong("/to", "not-with-points");
    }
    return hours(new SeriesRules(fields).read(points, MOST_HOURS), "/points", fields);
  }

  private static @Nullable Series hours(
      @Nullable Points points, String pointer, FieldRules fields) {
    return switch (points) {
      case Points.Hourly hours -> hours.series(DailyValue.UPPER);
      case Points.Daily _ -> {
        fields.wrong(pointer, "not-hourly");
        yield null;
      }
      case null -> null;
    };
  }

  private @Nullable Series stored(
      BackTestRequest request, @Nullable Jurisdiction place, Caller caller, FieldRules fields) {
    if (place == null && request.jurisdiction() == null) {
      fields.wrong("/jurisdiction", "points-or-jurisdiction");
    }
    LocalDate from = fields.date(request.from(), "/from");
    LocalDate to = fields.date(request.to(), "/to");
    if (place != null) {
      caller.requireJurisdiction(place.code(), place.authorityCode());
    }
    if (from == null || to == null) {
      return null;
    }
    if (to.isBefore(from)) {
      fields.wrong("/to", "not-in-order");
      return null;
    }
    if (ChronoUnit.DAYS.between(from, to) >= MOST_HOURS / HOURS_A_DAY) {
      fields.wrong(
          "/to",
          "too-many-points",
          MOST_HOURS,
          HOURS_A_DAY * (ChronoUnit.DAYS.between(from, to) + 1));
      return null;
    }
    if (place == null || !fields.allHold()) {
      return null;
    }
    Instant first = from.atStartOfDay(ChinaTime.ZONE).toInstant();
    Instant last =
        to.plusDays(1).atStartOfDay(ChinaTime.ZONE).toInstant().minus(Duration.ofHours(1));
    Series season = observed.seriesBetween(place.code(), Mode.LIVE, first, last);
    if (season == null) {
      fields.wrong("/jurisdiction", "nothing-observed", place.code());
    }
    return season;
  }

  private @Nullable Jurisdiction place(@Nullable String code, String pointer, FieldRules fields) {
    Jurisdiction place = code == null ? null : jurisdictions.find(code).orElse(null);
    if (code != null && place == null) {
      fields.wrong(pointer, "unknown-jurisdiction", code);
    }
    return place;
  }

  private @Nullable Policy tried(@Nullable String name, String pointer, FieldRules fields) {
    if (name == null) {
      fields.wrong(pointer, "required");
      return null;
    }
    return known(name, pointer, fields);
  }

  /** The one named; else the one in force now at the place, or the national one without a place. */
  private @Nullable Policy against(
      @Nullable String name, String pointer, @Nullable Jurisdiction place, FieldRules fields) {
    if (name != null) {
      return known(name, pointer, fields);
    }
    return place == null
        ? policies.named(Policies.WITHOUT_A_PLACE)
        : policies.inForce(place, clock.instant());
  }

  private @Nullable Policy known(String name, String pointer, FieldRules fields) {
    Policy found = policies.findToTry(name).orElse(null);
    if (found == null) {
      String known =
          policies.all().stream().map(Policy::reference).collect(Collectors.joining(", "));
      fields.wrong(pointer, "unknown-policy", name, known);
    }
    return found;
  }
}
