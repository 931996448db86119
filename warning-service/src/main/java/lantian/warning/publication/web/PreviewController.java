package lantian.warning.publication.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lantian.events.ChangeKind;
import lantian.events.ChinaTime;
import lantian.events.Mode;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.kit.security.Caller;
import lantian.kit.web.Problem;
import lantian.kit.web.ProblemType;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.proposal.Proposal;
import lantian.warning.proposal.Proposals;
import lantian.warning.publication.Finding;
import lantian.warning.publication.Message;
import lantian.warning.publication.Preview;
import lantian.warning.publication.PreviewingPublication;
import lantian.warning.publication.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What would be published of a proposal, for the page on which it is approved. */
@RestController
@RequestMapping({
  "/api/v1/proposals/{id}/publication",
  "/api/v1/drills/{drill}/proposals/{id}/publication"
})
@Tag(name = "publication", description = "预警发布内容 / what is published of a warning")
class PreviewController {
  private final Proposals proposals;
  private final Jurisdictions jurisdictions;
  private final PreviewingPublication previewing;
  private final MessageSource messages;
  private final Clock clock;

  PreviewController(
      Proposals proposals,
      Jurisdictions jurisdictions,
      PreviewingPublication previewing,
      MessageSource messages,
      Clock clock) {
    this.proposals = proposals;
    this.jurisdictions = jurisdictions;
    this.previewing = previewing;
    this.messages = messages;
    this.clock = clock;
  }

  /** {@code documents} are drafts: their gaps are filled, and CAP is signed, at the publication. */
  record PreviewView(
      UUID proposalId,
      UUID warningId,
      long revision,
      Mode mode,
      ChangeKind kind,
      WarningLevel from,
      WarningLevel to,
      Message.Type messageType,
      OffsetDateTime validFrom,
      @Nullable OffsetDateTime validTo,
      Text sender,
      List<String> references,
      Texts texts,
      List<FindingView> findings,
      @Nullable DraftsView documents) {}

  record FindingView(Finding.Severity severity, String code, String pointer, Text detail) {}

  record DraftsView(String cap, String capCn) {}

  @GetMapping
  @Operation(
      summary = "预览将要发布的全部文字和报文，附文字检查结果 / all that would be published, and what is wrong with it")
  PreviewView preview(@PathVariable UUID id, Caller caller) {
    Proposal proposal =
        proposals
            .find(id)
            .orElseThrow(
                () -> Problem.of(ProblemType.NOT_FOUND, "proposal.unknown", id.toString()));
    Jurisdiction place = jurisdictions.find(proposal.change().jurisdiction()).orElseThrow();
    caller.requireJurisdiction(place.code(), place.authorityCode());
    return view(proposal, previewing.of(proposal, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
  }

  private PreviewView view(Proposal proposal, Preview preview) {
    Message message = preview.message();
    var told = message.announcement();
    var validTo = told.validTo();
    var documents = preview.documents();
    return new PreviewView(
        proposal.id(),
        told.warningId(),
        told.revision(),
        told.mode(),
        told.kind(),
        told.from(),
        told.to(),
        message.type(),
        ChinaTime.at(told.validFrom()),
        validTo == null ? null : ChinaTime.at(validTo),
        message.sender().name(),
        message.earlier().stream().map(earlier -> earlier.identifier()).toList(),
        message.texts(),
        preview.findings().stream().map(this::view).toList(),
        documents == null ? null : new DraftsView(documents.cap(), documents.capCn()));
  }

  private FindingView view(Finding finding) {
    return new FindingView(
        finding.severity(),
        finding.code(),
        finding.pointer(),
        new Text(say(finding, Locale.SIMPLIFIED_CHINESE), say(finding, Locale.ENGLISH)));
  }

  private String say(Finding finding, Locale locale) {
    return messages.getMessage("error." + finding.code(), finding.arguments().toArray(), locale);
  }
}
