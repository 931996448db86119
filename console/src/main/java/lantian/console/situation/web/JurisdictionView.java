package lantian.console.situation.web;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import lantian.console.situation.Situation;
import org.jspecify.annotations.Nullable;

/** A jurisdiction as the page shows it, times in those of Beijing. */
record JurisdictionView(
    String code, String name, String nameBeside, String level, List<WarningView> warnings) {

  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Shanghai"));

  static JurisdictionView of(
      Situation.Jurisdiction jurisdiction, List<Situation.Warning> warnings, boolean english) {
    var nameEn = jurisdiction.nameEn() == null ? "" : jurisdiction.nameEn();
    boolean englishFirst = english && !nameEn.isEmpty();
    return new JurisdictionView(
        jurisdiction.code(),
        englishFirst ? nameEn : jurisdiction.name(),
        englishFirst ? jurisdiction.name() : nameEn,
        jurisdiction.level(),
        warnings.stream().map(WarningView::of).toList());
  }

  /** The style of its card; a code that this page does not know gets one of its own. */
  public String style() {
    return styleOf(level);
  }

  private static String styleOf(String level) {
    return switch (level) {
      case "NONE", "YELLOW", "ORANGE", "RED" -> level.toLowerCase(Locale.ROOT);
      default -> "unknown";
    };
  }

  /** One of its warnings. */
  record WarningView(
      String id,
      String level,
      @Nullable String cause,
      @Nullable String response,
      boolean drill,
      @Nullable String publishedAt,
      @Nullable String validFrom,
      @Nullable String validTo,
      int revision) {

    static WarningView of(Situation.Warning warning) {
      return new WarningView(
          warning.id(),
          warning.level(),
          warning.cause(),
          warning.response(),
          // Only what is surely live is shown as live.
          !warning.mode().equals("LIVE"),
          time(warning.publishedAt()),
          time(warning.validFrom()),
          time(warning.validTo()),
          warning.revision());
    }

    public String style() {
      return styleOf(level);
    }

    private static @Nullable String time(@Nullable OffsetDateTime time) {
      return time == null ? null : TIME.format(time);
    }
  }
}
