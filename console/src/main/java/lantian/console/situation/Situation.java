package lantian.console.situation;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code GET /public/warnings}: the level in force in each jurisdiction, and the
 * warnings behind those levels. Codes are passed on as they come, so that a new one is shown rather
 * than hidden.
 */
public record Situation(List<Warning> warnings, List<Jurisdiction> jurisdictions) {

  /** A warning that is published and not lifted. */
  public record Warning(
      String id,
      String jurisdiction,
      @Nullable String jurisdictionName,
      String level,
      @Nullable String cause,
      @Nullable String response,
      String mode,
      @Nullable OffsetDateTime publishedAt,
      @Nullable OffsetDateTime validFrom,
      @Nullable OffsetDateTime validTo,
      int revision) {}

  /** A jurisdiction with the level in force there, {@code NONE} where there is none. */
  public record Jurisdiction(String code, String name, @Nullable String nameEn, String level) {}

  /** The warnings of one jurisdiction. */
  public List<Warning> warningsIn(Jurisdiction jurisdiction) {
    return warnings.stream()
        .filter(warning -> warning.jurisdiction().equals(jurisdiction.code()))
        .toList();
  }
}
