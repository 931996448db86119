package lantian.warning.emergency.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lantian.events.ChinaTime;
import lantian.kit.security.Caller;
import lantian.kit.web.FieldError;
import lantian.kit.web.Problem;
import lantian.kit.web.ProblemType;
import lantian.warning.emergency.EmergencyCode;
import lantian.warning.emergency.EmergencyCodes;
import lantian.warning.emergency.KeepingEmergencyCodes;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.roster.AskingRoster;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/emergency-codes")
@Tag(
    name = "emergency-codes",
    description = "应急处置口令 / codes in sealed envelopes, for when the roster cannot be had")
class EmergencyCodeController {
  private static final int LONGEST_DAYS = 400;

  private final EmergencyCodes codes;
  private final KeepingEmergencyCodes keeping;
  private final Jurisdictions jurisdictions;

  EmergencyCodeController(
      EmergencyCodes codes, KeepingEmergencyCodes keeping, Jurisdictions jurisdictions) {
    this.codes = codes;
    this.keeping = keeping;
    this.jurisdictions = jurisdictions;
  }

  /**
   * What is to be made.
   *
   * @param validTo at most 400 days ahead
   */
  record CodeRequest(
      @Nullable String role, @Nullable String jurisdiction, @Nullable String validTo) {}

  record ActView(String by, OffsetDateTime at) {
    static @Nullable ActView of(EmergencyCode.@Nullable Act act) {
      return act == null ? null : new ActView(act.by(), ChinaTime.at(act.at()));
    }
  }

  record UseView(UUID proposalId, String by, OffsetDateTime at, String reason) {
    static @Nullable UseView of(EmergencyCode.@Nullable Use use) {
      return use == null
          ? null
          : new UseView(use.proposalId(), use.by(), ChinaTime.at(use.at()), use.reason());
    }
  }

  /** {@code code} only in the answer that makes it. */
  record CodeView(
      UUID id,
      @Nullable String code,
      String role,
      String jurisdiction,
      @Nullable ActView made,
      OffsetDateTime validTo,
      boolean usable,
      @Nullable ActView confirmed,
      @Nullable ActView withdrawn,
      @Nullable UseView used) {
    static CodeView of(EmergencyCode code, @Nullable String told) {
      return new CodeView(
          code.id(),
          told,
          code.role(),
          code.jurisdiction(),
          ActView.of(code.made()),
          ChinaTime.at(code.validTo()),
          code.usable(),
          ActView.of(code.confirmed()),
          ActView.of(code.withdrawn()),
          UseView.of(code.used()));
    }
  }

  record CodesView(List<CodeView> items) {}

  @GetMapping
  @Operation(summary = "口令列表，不含口令本身 / the codes, without the codes themselves")
  CodesView list(Caller caller) {
    return new CodesView(
        codes.list().stream()
            .filter(
                code ->
                    code.jurisdiction().equals(Caller.EVERYWHERE)
                        || caller.actsFor(code.jurisdiction()))
            .map(code -> CodeView.of(code, null))
            .toList());
  }

  @PostMapping
  @Operation(
      summary =
          "生成一个应急处置口令，只显示一次，封存备用；须由指挥部另一人确认 / makes a code, shown once, to be sealed; somebody else"
              + " of the headquarters confirms it")
  ResponseEntity<CodeView> make(@RequestBody CodeRequest request, Caller caller) {
    List<FieldError> errors = new ArrayList<>();
    Instant to = validTo(request.validTo(), errors);
    String role = request.role();
    String place = request.jurisdiction();
    if (role == null || !AskingRoster.DECIDING.contains(role)) {
      errors.add(FieldError.at("/role", "roster-role"));
    }
    if (place == null) {
      errors.add(FieldError.at("/jurisdiction", "required"));
    } else if (!decides(place)) {
      errors.add(FieldError.at("/jurisdiction", "unknown-jurisdiction", place));
    }
    if (to == null || role == null || place == null || !errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    caller.requireJurisdiction(place);
    EmergencyCodes.Made made =
        codes
            .make(role, place, to, caller.subject())
            .orElseThrow(
                () -> Problem.invalid(FieldError.at("/validTo", "code-validity", LONGEST_DAYS)));
    return ResponseEntity.created(URI.create("/api/v1/emergency-codes/" + made.id()))
        .body(CodeView.of(codes.find(made.id()).orElseThrow(), made.code()));
  }

  @PostMapping("/{id}/confirm")
  @Operation(summary = "确认口令可用；不得确认本人生成的 / confirms a code; not one's own")
  CodeView confirm(@PathVariable UUID id, Caller caller) {
    requireJurisdiction(id, caller);
    return answer(keeping.confirm(id, caller.subject()), id);
  }

  @PostMapping("/{id}/withdraw")
  @Operation(summary = "作废口令 / withdraws a code that was not used")
  CodeView withdraw(@PathVariable UUID id, Caller caller) {
    requireJurisdiction(id, caller);
    return answer(keeping.withdraw(id, caller.subject()), id);
  }

  private CodeView answer(KeepingEmergencyCodes.Outcome outcome, UUID id) {
    return switch (outcome) {
      case DONE -> CodeView.of(codes.find(id).orElseThrow(), null);
      case UNKNOWN -> throw unknown(id);
      case MADE_IT -> throw Problem.of(ProblemType.FORBIDDEN, "emergency.made-it");
      case NOT_ON_ROSTER -> throw Problem.of(ProblemType.NOT_ON_ROSTER, "roster.not-on-roster");
      case TOO_LATE -> throw Problem.of(ProblemType.WRONG_STATE, "emergency.too-late");
    };
  }

  private static @Nullable Instant validTo(@Nullable String given, List<FieldError> errors) {
    if (given == null) {
      errors.add(FieldError.at("/validTo", "required"));
      return null;
    }
    try {
      return OffsetDateTime.parse(given).toInstant();
    } catch (DateTimeException e) {
      errors.add(FieldError.at("/validTo", "time"));
      return null;
    }
  }

  private boolean decides(String code) {
    return code.equals(Caller.EVERYWHERE)
        || jurisdictions.all().stream().anyMatch(place -> place.authorityCode().equals(code));
  }

  private void requireJurisdiction(UUID id, Caller caller) {
    caller.requireJurisdiction(codes.find(id).orElseThrow(() -> unknown(id)).jurisdiction());
  }

  private static Problem unknown(UUID id) {
    return Problem.of(ProblemType.NOT_FOUND, "emergency.unknown", id.toString());
  }
}
