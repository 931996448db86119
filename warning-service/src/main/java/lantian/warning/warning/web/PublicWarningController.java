package lantian.warning.warning.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import lantian.events.Cause;
import lantian.events.ChinaTime;
import lantian.events.Mode;
import lantian.events.Response;
import lantian.events.WarningLevel;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.warning.Warning;
import lantian.warning.warning.Warnings;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What everybody may know, without a token: the warnings in force. No exercise, no names. */
@RestController
@Tag(name = "public", description = "公众可见，无需登录 / for everybody, without a token")
class PublicWarningController {
  private final Warnings warnings;
  private final Jurisdictions jurisdictions;

  PublicWarningController(Warnings warnings, Jurisdictions jurisdictions) {
    this.warnings = warnings;
    this.jurisdictions = jurisdictions;
  }

  record PublicView(List<PublicWarningView> warnings, List<LevelView> jurisdictions) {}

  record PublicWarningView(
      UUID id,
      String jurisdiction,
      String jurisdictionName,
      WarningLevel level,
      Cause cause,
      Response response,
      Mode mode,
      OffsetDateTime publishedAt,
      OffsetDateTime validFrom,
      @Nullable OffsetDateTime validTo,
      long revision) {}

  record LevelView(String code, String name, String nameEn, String authority, WarningLevel level) {}

  @GetMapping("/public/warnings")
  @Operation(summary = "正在生效的预警，不含演练 / warnings in force, no drills")
  PublicView inForce() {
    var places = jurisdictions.all();
    var inForce =
        warnings.list(places.stream().map(Jurisdiction::code).toList(), true).stream()
            .filter(warning -> warning.mode() == Mode.LIVE)
            .toList();
    return new PublicView(
        inForce.stream().map(this::view).toList(),
        places.stream().map(place -> level(place, inForce)).toList());
  }

  private PublicWarningView view(Warning warning) {
    var validTo = warning.validTo();
    return new PublicWarningView(
        warning.id(),
        warning.jurisdiction(),
        jurisdictions.find(warning.jurisdiction()).orElseThrow().name(),
        warning.level(),
        warning.cause(),
        warning.response(),
        warning.mode(),
        ChinaTime.at(warning.publishedAt()),
        ChinaTime.at(warning.validFrom()),
        validTo == null ? null : ChinaTime.at(validTo),
        warning.revision());
  }

  private static LevelView level(Jurisdiction place, List<Warning> inForce) {
    return new LevelView(
        place.code(),
        place.name(),
        place.nameEn(),
        place.authorityCode(),
        inForce.stream()
            .filter(warning -> warning.jurisdiction().equals(place.code()))
            .map(Warning::level)
            .findFirst()
            .orElse(WarningLevel.NONE));
  }
}
