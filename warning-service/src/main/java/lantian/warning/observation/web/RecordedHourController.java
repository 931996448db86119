package lantian.warning.observation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import lantian.events.ChinaTime;
import lantian.events.Mode;
import lantian.events.Pollutant;
import lantian.kit.security.Caller;
import lantian.warning.aqi.web.FieldRules;
import lantian.warning.jurisdiction.web.ReachableJurisdictions;
import lantian.warning.observation.Correction;
import lantian.warning.observation.RecordedHour;
import lantian.warning.observation.RecordedHours;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was measured, as it stands, and what stood there before it was corrected. */
@RestController
@RequestMapping("/api/v1/observations")
@Tag(name = "observations", description = "空气质量监测 / measured air quality")
class RecordedHourController {
  private static final int MOST_DAYS = 62;
  private static final int LARGEST_PAGE = 500;
  private static final int LAST_PAGE = 100_000;

  private final RecordedHours hours;
  private final ReachableJurisdictions reachable;

  RecordedHourController(RecordedHours hours, ReachableJurisdictions reachable) {
    this.hours = hours;
    this.reachable = reachable;
  }

  record HoursView(List<HourView> items) {}

  record HourView(
      OffsetDateTime at,
      Map<Pollutant, BigDecimal> values,
      String source,
      String recordedBy,
      OffsetDateTime recordedAt,
      long version) {
    static HourView of(RecordedHour hour) {
      return new HourView(
          ChinaTime.at(hour.hour().at()),
          hour.hour().sample().values(),
          hour.source(),
          hour.recordedBy(),
          ChinaTime.at(hour.recordedAt()),
          hour.version());
    }
  }

  /** One page, the latest correction first; {@code total} counts all pages. */
  record PageView(int page, int size, long total, List<CorrectionView> items) {}

  /** What stood before, with who handed it in, and what stands since. */
  record CorrectionView(
      OffsetDateTime at,
      Map<Pollutant, BigDecimal> before,
      Map<Pollutant, BigDecimal> after,
      String sourceBefore,
      String recordedBy,
      OffsetDateTime recordedAt,
      String source,
      String correctedBy,
      OffsetDateTime correctedAt,
      long version) {
    static CorrectionView of(Correction correction) {
      return new CorrectionView(
          ChinaTime.at(correction.at()),
          correction.before().values(),
          correction.after().values(),
          correction.sourceBefore(),
          correction.recordedBy(),
          ChinaTime.at(correction.recordedAt()),
          correction.source(),
          correction.correctedBy(),
          ChinaTime.at(correction.correctedAt()),
          correction.version());
    }
  }

  /** From the first hour up to, and without, the last. */
  private record Days(String jurisdiction, Instant from, Instant before) {}

  @GetMapping
  @Operation(summary = "小时监测值现状：何时由谁报送 / measured hours as they stand, and by whom")
  HoursView list(
      @RequestParam(required = false) @Nullable String jurisdiction,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      Caller caller) {
    Days days = days(jurisdiction, from, to, caller, new FieldRules());
    return new HoursView(
        hours.between(days.jurisdiction(), Mode.LIVE, days.from(), days.before()).stream()
            .map(HourView::of)
            .toList());
  }

  @GetMapping("/corrections")
  @Operation(summary = "监测值更正记录：更正前后、何人何时 / corrections: before, after, by whom, when")
  PageView corrections(
      @RequestParam(required = false) @Nullable String jurisdiction,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Caller caller) {
    FieldRules fields = new FieldRules();
    fields.range(page, 0, LAST_PAGE, "?page");
    fields.range(size, 1, LARGEST_PAGE, "?size");
    Days days = days(jurisdiction, from, to, caller, fields);
    return new PageView(
        page,
        size,
        hours.countCorrections(days.jurisdiction(), Mode.LIVE, days.from(), days.before()),
        hours
            .corrections(days.jurisdiction(), Mode.LIVE, days.from(), days.before(), page, size)
            .stream()
            .map(CorrectionView::of)
            .toList());
  }

  /** Natural days of Beijing, both counted. */
  private Days days(
      @Nullable String jurisdiction,
      @Nullable String from,
      @Nullable String to,
      Caller caller,
      FieldRules fields) {
    if (jurisdiction == null) {
      fields.wrong("?jurisdiction", "required");
    }
    LocalDate first = fields.date(from, "?from");
    LocalDate last = fields.date(to, "?to");
    if (first != null && last != null && last.isBefore(first)) {
      fields.wrong("?to", "not-in-order");
    } else if (first != null && last != null && ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
      fields.wrong("?to", "too-many-days", MOST_DAYS, ChronoUnit.DAYS.between(first, last) + 1);
    }
    fields.mustHold();
    if (jurisdiction == null || first == null || last == null) {
      throw new IllegalStateException("a question that is wrong was not refused");
    }
    return new Days(
        reachable.codes(jurisdiction, caller).getFirst(),
        first.atStartOfDay(ChinaTime.ZONE).toInstant(),
        last.plusDays(1).atStartOfDay(ChinaTime.ZONE).toInstant());
  }
}
