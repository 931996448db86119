package lantian.warning.drill.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import lantian.events.ChinaTime;
import lantian.warning.aqi.web.FieldRules;
import lantian.warning.drill.AnnouncedDrill;
import lantian.warning.jurisdiction.Jurisdiction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the announcement of a drill must keep; with any error nothing is opened. */
@Component
class DrillRules {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_SCENARIO = 4_000;
  private static final int LONGEST_ANNOUNCED = 500;
  private static final Duration LONGEST = Duration.ofDays(7);

  private final Clock clock;

  DrillRules(Clock clock) {
    this.clock = clock;
  }

  AnnouncedDrill read(DrillRequest request, @Nullable Jurisdiction place) {
    FieldRules fields = new FieldRules();
    if (place == null) {
      String code = request.jurisdiction();
      fields.wrong(
          "/jurisdiction",
          code == null ? "required" : "unknown-jurisdiction",
          String.valueOf(code));
    }
    String name = text(request.name(), "/name", LONGEST_NAME, fields);
    String scenario = text(request.scenario(), "/scenario", LONGEST_SCENARIO, fields);
    String by = text(request.announcedBy(), "/announcedBy", LONGEST_ANNOUNCED, fields);
    String to = text(request.announcedTo(), "/announcedTo", LONGEST_ANNOUNCED, fields);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Instant from = request.from() == null ? now : fields.instant(request.from(), "/from");
    Instant until = until(request.until(), from, now, fields);
    fields.mustHold();
    if (place == null || from == null || until == null) {
      throw new IllegalStateException("an announcement that is wrong was not refused");
    }
    return new AnnouncedDrill(place.code(), name, scenario, from, until, by, to);
  }

  private static @Nullable Instant until(
      @Nullable String given, @Nullable Instant from, Instant now, FieldRules fields) {
    Instant until = fields.instant(given, "/until");
    if (until == null) {
      return null;
    }
    if (!until.isAfter(now)) {
      fields.wrong("/until", "past", ChinaTime.at(now.truncatedTo(ChronoUnit.SECONDS)).toString());
    } else if (from != null && !until.isAfter(from)) {
      fields.wrong("/until", "drill-ends-before");
    } else if (from != null && until.isAfter(from.plus(LONGEST))) {
      fields.wrong("/until", "drill-too-long", LONGEST.toDays());
    }
    return until;
  }

  private static String text(
      @Nullable String given, String pointer, int longest, FieldRules fields) {
    if (given == null || given.isBlank()) {
      fields.wrong(pointer, "required");
      return "";
    }
    if (given.length() > longest) {
      fields.wrong(pointer, "too-long", longest);
    }
    return given.strip();
  }
}
