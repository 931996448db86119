package lantian.warning.correction.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.UUID;
import lantian.events.ChinaTime;
import lantian.events.WarningLevel;
import lantian.kit.security.Caller;
import lantian.kit.web.ExpectedVersion;
import lantian.kit.web.FieldError;
import lantian.kit.web.Problem;
import lantian.kit.web.ProblemType;
import lantian.warning.correction.CorrectingWarning;
import lantian.warning.correction.CorrectionOutcome;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.publication.PreparedCorrection;
import lantian.warning.publication.Publication;
import lantian.warning.publication.Texts;
import lantian.warning.warning.Warning;
import lantian.warning.warning.Warnings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A false alarm is taken back in two actions, by one person of the office that decides. */
@RestController
@RequestMapping({
  "/api/v1/warnings/{id}/correction",
  "/api/v1/drills/{drill}/warnings/{id}/correction"
})
@Tag(name = "corrections", description = "误发更正 / a false alarm is taken back")
class CorrectionController {
  private static final int LONGEST_REASON = 500;

  private final CorrectingWarning correcting;
  private final Warnings warnings;
  private final Jurisdictions jurisdictions;

  CorrectionController(
      CorrectingWarning correcting, Warnings warnings, Jurisdictions jurisdictions) {
    this.correcting = correcting;
    this.warnings = warnings;
    this.jurisdictions = jurisdictions;
  }

  /**
   * {@code revision} goes into {@code If-Match} of the confirmation; {@code sha256} of all told.
   */
  record ReadyView(
      UUID warningId, long revision, WarningLevel level, Texts texts, String cap, String sha256) {}

  record CorrectedView(
      UUID warningId,
      long revision,
      WarningLevel level,
      OffsetDateTime correctedAt,
      Texts texts,
      String cap) {}

  record CorrectionRequest(@Nullable String reason) {}

  @PostMapping
  @Operation(
      summary = "误发更正第一步：查看发布时已备好的更正内容，不改变任何状态 / first action: what was prepared; nothing changes")
  ResponseEntity<ReadyView> prepare(@PathVariable UUID id, Caller caller) {
    mayCorrect(id, caller);
    var outcome = correcting.prepare(id);
    if (outcome instanceof CorrectionOutcome.Ready(var warning, var prepared)) {
      return ResponseEntity.ok()
          .header("ETag", ExpectedVersion.etag(warning.revision()))
          .body(view(warning, prepared));
    }
    throw problem(outcome, id, 0);
  }

  @PostMapping("/confirm")
  @Operation(
      summary =
          "误发更正第二步：确认，立即撤销预警并优先通知；一人即可 / second action: it goes out at once; one person is enough")
  ResponseEntity<CorrectedView> confirm(
      @PathVariable UUID id,
      ExpectedVersion seen,
      @RequestBody(required = false) @Nullable CorrectionRequest request,
      Caller caller) {
    mayCorrect(id, caller);
    String reason = request == null ? null : request.reason();
    if (reason != null && reason.length() > LONGEST_REASON) {
      throw Problem.invalid(FieldError.at("/reason", "too-long", LONGEST_REASON));
    }
    var outcome =
        correcting.confirm(
            id,
            seen.value(),
            caller.subject(),
            reason == null || reason.isBlank() ? null : reason.strip());
    if (outcome instanceof CorrectionOutcome.Corrected(var told)) {
      return ResponseEntity.ok()
          .header("ETag", ExpectedVersion.etag(told.revision()))
          .body(view(told));
    }
    throw problem(outcome, id, seen.value());
  }

  /** Only the government that decides takes back what it decided. */
  private void mayCorrect(UUID id, Caller caller) {
    Warning warning = warnings.find(id).orElseThrow(() -> unknown(id));
    caller.requireJurisdiction(
        jurisdictions.find(warning.jurisdiction()).orElseThrow().authorityCode());
  }

  private static Problem problem(CorrectionOutcome outcome, UUID id, long seen) {
    return switch (outcome) {
      case CorrectionOutcome.Unknown _ -> unknown(id);
      case CorrectionOutcome.NotInForce _ ->
          Problem.of(ProblemType.WRONG_STATE, "correction.not-in-force");
      case CorrectionOutcome.NotOnRoster _ ->
          Problem.of(ProblemType.NOT_ON_ROSTER, "roster.not-on-roster");
      case CorrectionOutcome.NothingPrepared _ ->
          Problem.of(ProblemType.WRONG_STATE, "correction.nothing-prepared");
      case CorrectionOutcome.Stale(var revision) ->
          Problem.of(ProblemType.STALE_VERSION, "kit.stale-version", seen, revision);
      case CorrectionOutcome.Ready _, CorrectionOutcome.Corrected _ ->
          throw new IllegalArgumentException("no problem");
    };
  }

  private static Problem unknown(UUID id) {
    return Problem.of(ProblemType.NOT_FOUND, "warning.unknown", id.toString());
  }

  private static ReadyView view(Warning warning, PreparedCorrection prepared) {
    return new ReadyView(
        warning.id(),
        warning.revision(),
        warning.level(),
        prepared.texts(),
        prepared.cap(),
        prepared.sha256());
  }

  private static CorrectedView view(Publication told) {
    return new CorrectedView(
        told.warningId(),
        told.revision(),
        told.to(),
        ChinaTime.at(told.publishedAt()),
        told.texts(),
        told.cap());
  }
}
