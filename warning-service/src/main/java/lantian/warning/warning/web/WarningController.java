package lantian.warning.warning.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lantian.events.ChinaTime;
import lantian.kit.security.Caller;
import lantian.kit.web.ExpectedVersion;
import lantian.kit.web.Problem;
import lantian.kit.web.ProblemType;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.jurisdiction.web.ReachableJurisdictions;
import lantian.warning.scene.Scene;
import lantian.warning.warning.ValidityPrompt;
import lantian.warning.warning.ValidityPrompts;
import lantian.warning.warning.Warning;
import lantian.warning.warning.Warnings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping({"/api/v1/warnings", "/api/v1/drills/{drill}/warnings"})
@Tag(name = "warnings", description = "重污染天气预警 / heavy pollution warnings")
class WarningController {
  private final Warnings warnings;
  private final Jurisdictions jurisdictions;
  private final ReachableJurisdictions reachable;
  private final ValidityPrompts prompts;
  private final MessageSource messages;
  private final Clock clock;

  WarningController(
      Warnings warnings,
      Jurisdictions jurisdictions,
      ReachableJurisdictions reachable,
      ValidityPrompts prompts,
      MessageSource messages,
      Clock clock) {
    this.warnings = warnings;
    this.jurisdictions = jurisdictions;
    this.reachable = reachable;
    this.prompts = prompts;
    this.messages = messages;
    this.clock = clock;
  }

  record WarningsView(List<WarningView> items) {}

  @GetMapping
  @Operation(summary = "预警列表 / warnings, those that the reader may see")
  WarningsView list(
      @RequestParam(required = false) @Nullable String jurisdiction,
      @RequestParam(required = false) @Nullable WarningState state,
      Scene scene,
      Caller caller,
      Locale locale) {
    Boolean inForce = state == null ? null : state == WarningState.IN_FORCE;
    return new WarningsView(
        warnings.list(reachable.codes(jurisdiction, caller), scene, inForce).stream()
            .map(warning -> view(warning, locale))
            .toList());
  }

  @GetMapping("/{id}")
  @Operation(summary = "一次预警的最新状态 / one warning, as its latest revision has it")
  ResponseEntity<WarningView> read(@PathVariable UUID id, Caller caller, Locale locale) {
    Warning warning = find(id, caller);
    return ResponseEntity.ok()
        .header("ETag", ExpectedVersion.etag(warning.revision()))
        .body(view(warning, locale));
  }

  @GetMapping("/{id}/timeline")
  @Operation(summary = "一次预警的历次变更 / every revision of a warning")
  TimelineView timeline(@PathVariable UUID id, Caller caller) {
    return TimelineView.of(id, warnings.timeline(find(id, caller).id(), clock.instant()));
  }

  private WarningView view(Warning warning, Locale locale) {
    return WarningView.of(
        warning,
        placeOf(warning),
        prompts.of(warning, clock.instant()).map(prompt -> view(prompt, locale)).orElse(null));
  }

  private WarningView.PromptView view(ValidityPrompt prompt, Locale locale) {
    OffsetDateTime endsAt = ChinaTime.at(prompt.endsAt());
    String code = prompt.ended() ? "warning.validity-over" : "warning.validity-ends";
    String time = messages.getMessage("warning.validity-time", null, locale);
    return new WarningView.PromptView(
        messages.getMessage(
            code, new Object[] {DateTimeFormatter.ofPattern(time, locale).format(endsAt)}, locale),
        ChinaTime.at(prompt.since()),
        endsAt,
        prompt.ended(),
        prompt.proposalId(),
        prompt.proposes());
  }

  private Warning find(UUID id, Caller caller) {
    Warning warning =
        warnings
            .find(id)
            .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "warning.unknown", id.toString()));
    Jurisdiction place = placeOf(warning);
    caller.requireJurisdiction(place.code(), place.authorityCode());
    return warning;
  }

  private Jurisdiction placeOf(Warning warning) {
    return jurisdictions.find(warning.jurisdiction()).orElseThrow();
  }
}
