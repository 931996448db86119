package lantian.warning.publication;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.proposal.Proposal;
import lantian.warning.proposal.ProposedChange;
import lantian.warning.proposal.SubmissionCheck;
import lantian.warning.warning.Warning;
import lantian.warning.warning.Warnings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows what would be published of a proposal, and what is wrong with it; stores nothing. */
@Service
public class PreviewingPublication implements SubmissionCheck {
  private final Publications publications;
  private final Warnings warnings;
  private final Jurisdictions jurisdictions;
  private final Senders senders;
  private final LookingAtAir lookingAtAir;
  private final WritingTexts writing;
  private final MakingDocuments making;
  private final List<LintRule> rules;

  public PreviewingPublication(
      Publications publications,
      Warnings warnings,
      Jurisdictions jurisdictions,
      Senders senders,
      LookingAtAir lookingAtAir,
      WritingTexts writing,
      MakingDocuments making,
      List<LintRule> rules) {
    this.publications = publications;
    this.warnings = warnings;
    this.jurisdictions = jurisdictions;
    this.senders = senders;
    this.lookingAtAir = lookingAtAir;
    this.writing = writing;
    this.making = making;
    this.rules = List.copyOf(rules);
  }

  @Override
  public List<Objection> objectionsTo(Proposal proposal, Instant now) {
    return of(proposal, now).findings().stream()
        .filter(Finding::isError)
        .map(found -> new Objection(found.pointer(), found.code(), found.arguments()))
        .toList();
  }

  @Transactional(readOnly = true)
  public Preview of(Proposal proposal, Instant now) {
    Announcement announcement = announcement(proposal.change(), now);
    Message message =
        new Message(
            announcement,
            senders.of(announcement.place()),
            publications.referencesOf(announcement.warningId()),
            writing.of(announcement));
    List<Finding> findings = new ArrayList<>();
    rules.forEach(rule -> findings.addAll(rule.look(message, now)));
    try {
      return new Preview(message, tried(message, now), findings);
    } catch (UnfitDocument unfit) {
      findings.add(
          Finding.error("lint-document", "/documents", String.valueOf(unfit.getMessage())));
      return new Preview(message, null, findings);
    }
  }

  /** Finished as it would be, to be found valid; what is shown is the draft. */
  private Documents tried(Message message, Instant now) {
    Documents drafts = making.drafts(message);
    Instant sent = now.truncatedTo(ChronoUnit.SECONDS);
    Announcement told = message.announcement();
    making.finish(
        drafts,
        new Reference(
            message.sender(),
            sent,
            told.warningId() + "." + told.revision(),
            NationalIdentifier.first(message.sender(), sent)));
    return drafts;
  }

  private Announcement announcement(ProposedChange change, Instant now) {
    Jurisdiction place = jurisdictions.find(change.jurisdiction()).orElseThrow();
    Instant wanted = change.validFrom();
    return new Announcement(
        change.warningId(),
        warnings.find(change.warningId()).map(Warning::revision).orElse(0L) + 1,
        change.mode(),
        place,
        change.kind(),
        change.from(),
        change.to(),
        change.cause(),
        change.response(),
        now,
        wanted == null || wanted.isBefore(now) ? now : wanted,
        change.validTo(),
        change.policy(),
        lookingAtAir.of(place, change.mode(), now));
  }
}
