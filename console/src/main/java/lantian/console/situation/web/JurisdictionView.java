package lantian.console.situation.web;

import java.time.OffsetDateTime;
import java.util.List;
import lantian.console.page.LevelStyle;
import lantian.console.page.PageTimes;
import lantian.console.situation.Situation;
import org.jspecify.annotations.Nullable;

/** A jurisdiction as the page shows it, times in those of Beijing. */
record JurisdictionView(
    String code, String name, String nameBeside, String level, List<WarningView> warnings) {

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
    return new LevelStyle().of(level);
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
      return new LevelStyle().of(level);
    }

    private static @Nullable String time(@Nullable OffsetDateTime time) {
      return time == null ? null : new PageTimes().of(time);
    }
  }
}
