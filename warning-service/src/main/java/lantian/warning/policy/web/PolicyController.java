package lantian.warning.policy.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import lantian.kit.security.Caller;
import lantian.kit.security.Role;
import lantian.kit.web.Problem;
import lantian.kit.web.ProblemType;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.policy.ActivatingPolicy;
import lantian.warning.policy.ImportingPolicy;
import lantian.warning.policy.Policy;
import lantian.warning.policy.PolicyPack;
import lantian.warning.policy.PolicyPacks;
import lantian.warning.policy.file.PackText;
import lantian.warning.policy.file.PackWriting;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/policies")
@Tag(name = "policies", description = "分级标准与审批权限 / policies: levels, measures and who approves")
class PolicyController {
  private final ImportingPolicy importing;
  private final ActivatingPolicy activating;
  private final PolicyPacks packs;
  private final PackRules rules;
  private final PolicyViews views;
  private final Jurisdictions jurisdictions;

  PolicyController(
      ImportingPolicy importing,
      ActivatingPolicy activating,
      PolicyPacks packs,
      PackRules rules,
      PolicyViews views,
      Jurisdictions jurisdictions) {
    this.importing = importing;
    this.activating = activating;
    this.packs = packs;
    this.rules = rules;
    this.views = views;
    this.jurisdictions = jurisdictions;
  }

  record PoliciesView(List<PolicyView> items) {}

  @GetMapping
  @Operation(summary = "全部分级标准，含草案 / all policies, drafts too")
  PoliciesView list(Locale locale) {
    return new PoliciesView(views.all(locale));
  }

  @GetMapping("/{reference}")
  @Operation(summary = "一个分级标准及其全文 / one policy with its document")
  PolicyView.Whole read(@PathVariable String reference, Locale locale) {
    return views.find(reference, locale).orElseThrow(() -> unknown(reference));
  }

  @PostMapping(
      consumes = {
        MediaType.APPLICATION_JSON_VALUE,
        MediaType.APPLICATION_YAML_VALUE,
        "application/x-yaml",
        "text/yaml"
      })
  @Operation(summary = "导入分级标准草案（YAML 或 JSON） / brings a pack in, as a draft")
  ResponseEntity<PolicyView> bringIn(
      @RequestBody byte[] document,
      @RequestHeader("Content-Type") MediaType type,
      Caller caller,
      Locale locale) {
    boolean json = type.isCompatibleWith(MediaType.APPLICATION_JSON);
    Policy policy = rules.read(json ? PackText.JSON : PackText.YAML, document);
    requireAuthorityOver(policy, caller);
    String role = (caller.has(Role.OFFICE) ? Role.OFFICE : Role.HEADQUARTERS).claim();
    return switch (importing.importAs(policy, PackWriting.json(policy), caller.subject(), role)) {
      case ImportingPolicy.Outcome.Drafted(var pack) ->
          ResponseEntity.created(URI.create("/api/v1/policies/" + policy.reference()))
              .body(views.of(pack, locale));
      case ImportingPolicy.Outcome.AlreadyThere(var pack) ->
          ResponseEntity.status(HttpStatus.OK).body(views.of(pack, locale));
      case ImportingPolicy.Outcome.SaysSomethingElse() ->
          throw Problem.of(ProblemType.CONFLICT, "policy.other-content", policy.reference());
    };
  }

  @PostMapping("/{reference}/activate")
  @Operation(summary = "批准生效；本人导入的不得自己批准 / puts a draft into force; not what one brought in")
  PolicyView activate(@PathVariable String reference, Caller caller, Locale locale) {
    PolicyPack draft = packs.find(reference).orElseThrow(() -> unknown(reference));
    requireAuthorityOver(draft.policy(), caller);
    return switch (activating.activate(reference, caller.subject(), Role.HEADQUARTERS.claim())) {
      case ActivatingPolicy.Outcome.Activated(var pack) -> views.of(pack, locale);
      case ActivatingPolicy.Outcome.OwnImport() ->
          throw Problem.of(ProblemType.FORBIDDEN, "policy.own");
      case ActivatingPolicy.Outcome.AlreadyActive(var pack) -> throw alreadyActive(pack);
      case ActivatingPolicy.Outcome.Unknown() -> throw unknown(reference);
    };
  }

  private static Problem alreadyActive(PolicyPack pack) {
    PolicyPack.Activation activation = pack.activation();
    return Problem.of(
        ProblemType.WRONG_STATE,
        "policy.already-active",
        pack.policy().reference(),
        activation == null ? "" : activation.by());
  }

  /** The government that decides for a place also decides by which rules (大气污染防治法 Art. 94, 95). */
  private void requireAuthorityOver(Policy policy, Caller caller) {
    for (String code : policy.jurisdictions()) {
      caller.requireJurisdiction(
          jurisdictions.find(code).map(place -> place.authorityCode()).orElse(code));
    }
  }

  private static Problem unknown(String reference) {
    return Problem.of(ProblemType.NOT_FOUND, "policy.unknown", reference);
  }
}
