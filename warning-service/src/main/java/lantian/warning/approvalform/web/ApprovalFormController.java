package lantian.warning.approvalform.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import lantian.events.ChinaTime;
import lantian.kit.security.Caller;
import lantian.kit.security.Role;
import lantian.kit.web.Problem;
import lantian.kit.web.ProblemType;
import lantian.warning.approvalform.AddingApprovalForm;
import lantian.warning.approvalform.ApprovalForm;
import lantian.warning.approvalform.ApprovalForms;
import lantian.warning.approvalform.ScanType;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.proposal.Proposal;
import lantian.warning.proposal.Proposals;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/proposals/{id}/approval-forms")
@Tag(name = "approval-forms", description = "盖章审批表扫描件 / scanned, sealed approval forms")
class ApprovalFormController {
  private static final int LARGEST = 5 * 1024 * 1024;

  private final AddingApprovalForm adding;
  private final ApprovalForms forms;
  private final Proposals proposals;
  private final Jurisdictions jurisdictions;

  ApprovalFormController(
      AddingApprovalForm adding,
      ApprovalForms forms,
      Proposals proposals,
      Jurisdictions jurisdictions) {
    this.adding = adding;
    this.forms = forms;
    this.proposals = proposals;
    this.jurisdictions = jurisdictions;
  }

  record FormView(
      int number, String mediaType, int size, String sha256, String by, OffsetDateTime at) {
    static FormView of(ApprovalForm form) {
      return new FormView(
          form.number(),
          form.type().mediaType(),
          form.size(),
          form.sha256(),
          form.by(),
          ChinaTime.at(form.at()));
    }
  }

  record FormsView(List<FormView> items) {}

  @GetMapping
  @Operation(summary = "一条建议的审批表扫描件列表 / the forms of a proposal")
  FormsView list(@PathVariable UUID id, Caller caller) {
    Proposal proposal = readable(id, caller);
    return new FormsView(forms.of(proposal.id()).stream().map(FormView::of).toList());
  }

  @PostMapping(consumes = MediaType.ALL_VALUE)
  @Operation(
      summary =
          "上传盖章审批表扫描件（PDF、JPEG、PNG，正文即文件，最大 5 MB）；不能修改或删除 / hands in a scan, as the body; it is"
              + " never changed or deleted")
  ResponseEntity<FormView> add(
      @PathVariable UUID id, @RequestBody(required = false) byte @Nullable [] scan, Caller caller) {
    Proposal proposal = find(id);
    caller.requireJurisdiction(placeOf(proposal).authorityCode());
    ScanType type = scan == null ? null : ScanType.of(scan).orElse(null);
    if (scan == null || type == null) {
      throw Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "form.no-scan");
    }
    if (scan.length > LARGEST) {
      throw Problem.of(ProblemType.TOO_LARGE, "kit.too-large", LARGEST);
    }
    String role = (caller.has(Role.OFFICE) ? Role.OFFICE : Role.HEADQUARTERS).claim();
    return switch (adding.add(proposal, type, scan, caller.subject(), role)) {
      case AddingApprovalForm.Outcome.Added(var form) ->
          ResponseEntity.created(
                  URI.create("/api/v1/proposals/" + id + "/approval-forms/" + form.number()))
              .body(FormView.of(form));
      case AddingApprovalForm.Outcome.AlreadyThere(var form) ->
          ResponseEntity.ok(FormView.of(form));
      case AddingApprovalForm.Outcome.NotPutForward() ->
          throw Problem.of(ProblemType.WRONG_STATE, "form.not-put-forward");
      case AddingApprovalForm.Outcome.TooMany() ->
          throw Problem.of(ProblemType.WRONG_STATE, "form.too-many", AddingApprovalForm.MOST);
    };
  }

  @GetMapping("/{number}")
  @Operation(summary = "下载一份审批表扫描件，原样 / downloads a form, byte by byte as it came")
  ResponseEntity<byte[]> download(@PathVariable UUID id, @PathVariable int number, Caller caller) {
    Proposal proposal = readable(id, caller);
    ApprovalForm form =
        forms.of(proposal.id()).stream()
            .filter(each -> each.number() == number)
            .findFirst()
            .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "form.unknown", number));
    byte[] content = forms.content(proposal.id(), number).orElseThrow();
    return ResponseEntity.ok()
        // Kept, never shown: what is in it was made by somebody else.
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("approval-form-" + number + "." + form.type().ending())
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .cacheControl(CacheControl.noStore())
        .eTag(form.sha256())
        .contentType(MediaType.parseMediaType(form.type().mediaType()))
        .body(content);
  }

  private Proposal readable(UUID id, Caller caller) {
    Proposal proposal = find(id);
    Jurisdiction place = placeOf(proposal);
    caller.requireJurisdiction(place.code(), place.authorityCode());
    return proposal;
  }

  private Proposal find(UUID id) {
    return proposals
        .find(id)
        .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "proposal.unknown", id.toString()));
  }

  private Jurisdiction placeOf(Proposal proposal) {
    return jurisdictions.find(proposal.change().jurisdiction()).orElseThrow();
  }
}
