package lantian.warning.publication;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lantian.events.ChangeKind;
import lantian.events.WarningLevel;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.warning.ApprovedChange;
import lantian.warning.warning.Correction;
import lantian.warning.warning.PublicRecord;
import lantian.warning.warning.PublishedChange;
import lantian.warning.warning.Warning;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes and keeps what the public is told of a revision, in the transaction that publishes it; and
 * with it what will be said should it prove a false alarm.
 */
@Service
public class FreezingPublication implements PublicRecord {
  private final Publications publications;
  private final Jurisdictions jurisdictions;
  private final Senders senders;
  private final LookingAtAir lookingAtAir;
  private final WritingTexts writing;
  private final MakingDocuments making;
  private final Disseminating disseminating;

  public FreezingPublication(
      Publications publications,
      Jurisdictions jurisdictions,
      Senders senders,
      LookingAtAir lookingAtAir,
      WritingTexts writing,
      MakingDocuments making,
      Disseminating disseminating) {
    this.publications = publications;
    this.jurisdictions = jurisdictions;
    this.senders = senders;
    this.lookingAtAir = lookingAtAir;
    this.writing = writing;
    this.making = making;
    this.disseminating = disseminating;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void keep(PublishedChange published) {
    Announcement announcement = announcement(published);
    Sender sender = senders.of(announcement.place());
    List<Reference> earlier = publications.referencesOf(announcement.warningId());
    Texts texts = writing.of(announcement);
    Message message = new Message(announcement, sender, earlier, texts);
    Reference reference =
        reference(
            announcement.warningId(), announcement.revision(), sender, published.publishedAt());
    Documents documents = making.finish(making.drafts(message), reference);
    Publication publication =
        new Publication(
            announcement.warningId(),
            announcement.revision(),
            announcement.mode(),
            announcement.place().code(),
            announcement.kind(),
            announcement.from(),
            announcement.to(),
            published.publishedAt(),
            reference,
            texts,
            documents.cap(),
            documents.capCn(),
            correctionOf(message, reference));
    publications.save(publication);
    disseminating.first(publication);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void keep(Correction correction) {
    Warning warning = correction.warning();
    Publication before = publications.find(warning.id(), warning.revision()).orElseThrow();
    PreparedCorrection prepared = before.correction();
    if (prepared == null || !prepared.sha256().equals(correction.contentSha256())) {
      throw new IllegalStateException("a correction says what was prepared for it");
    }
    Reference reference =
        reference(
            warning.id(), correction.revision(), before.reference().sender(), correction.at());
    Documents documents = making.finish(new Documents(prepared.cap(), prepared.capCn()), reference);
    Publication publication =
        new Publication(
            warning.id(),
            correction.revision(),
            warning.mode(),
            warning.jurisdiction(),
            ChangeKind.CANCEL,
            warning.level(),
            WarningLevel.NONE,
            correction.at(),
            reference,
            prepared.texts(),
            documents.cap(),
            documents.capCn(),
            null);
    publications.save(publication);
    disseminating.first(publication);
  }

  /** Null where nothing is in force after the revision. */
  private @Nullable PreparedCorrection correctionOf(Message message, Reference reference) {
    Announcement announcement = message.announcement();
    if (announcement.ends()) {
      return null;
    }
    List<Reference> earlier = new ArrayList<>(message.earlier());
    earlier.add(reference);
    Announcement withdrawn = announcement.withdrawn();
    Texts texts = writing.of(withdrawn);
    Documents drafts = making.drafts(new Message(withdrawn, message.sender(), earlier, texts));
    return new PreparedCorrection(
        texts,
        drafts.cap(),
        drafts.capCn(),
        Sha256.of(String.join("\n", publications.written(texts), drafts.cap(), drafts.capCn())));
  }

  private Reference reference(UUID warningId, long revision, Sender sender, Instant at) {
    Instant sent = at.truncatedTo(ChronoUnit.SECONDS);
    return new Reference(
        sender,
        sent,
        warningId + "." + revision,
        NationalIdentifier.next(sender, sent, publications.takenFrom(sender, sent)));
  }

  private Announcement announcement(PublishedChange published) {
    ApprovedChange change = published.change();
    Jurisdiction place = jurisdictions.find(change.jurisdiction()).orElseThrow();
    return new Announcement(
        change.warningId(),
        published.revision(),
        change.mode(),
        place,
        change.kind(),
        change.from(),
        change.to(),
        change.cause(),
        change.response(),
        published.publishedAt(),
        published.validFrom(),
        change.validTo(),
        change.policy(),
        lookingAtAir.of(place, change.mode(), published.publishedAt()));
  }
}
