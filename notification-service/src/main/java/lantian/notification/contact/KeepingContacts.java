package lantian.notification.contact;

import java.util.UUID;
import lantian.events.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters, changes and removes contacts. */
@Service
public class KeepingContacts {
  private final Contacts contacts;
  private final Secrets secrets;
  private final ContactChanges changes;

  KeepingContacts(Contacts contacts, Secrets secrets, ContactChanges changes) {
    this.contacts = contacts;
    this.secrets = secrets;
    this.changes = changes;
  }

  /**
   * What a person enters; no secret for a webhook: a new one on entry, the one at hand on change;
   * no rank: a liaison on entry, the one at hand on change.
   */
  public record Entry(
      String jurisdiction,
      String unit,
      String name,
      Channel channel,
      String target,
      @Nullable String secret,
      @Nullable Rank rank,
      boolean active) {}

  /** Enters a contact, unless the unit has one with this target. */
  @Transactional
  public Contact add(Entry entry) {
    var given = entry.secret();
    var rank = entry.rank();
    var contact =
        new Contact(
            new ContactId(UUID.randomUUID()),
            entry.jurisdiction(),
            entry.unit(),
            entry.name(),
            entry.channel(),
            entry.target(),
            entry.channel() == Channel.WEBHOOK && given == null ? secrets.next() : given,
            rank == null ? Rank.LIAISON : rank,
            entry.active(),
            1);
    if (!contacts.add(contact)) {
      throw ContactRefusal.twice();
    }
    return contact;
  }

  /** Changes a contact; messages that wait for it are tried again at once. */
  @Transactional
  public Contact change(ContactId id, long expected, Entry entry) {
    var stands = held(id, expected);
    var given = entry.secret();
    var rank = entry.rank();
    var changed =
        stands.changedTo(
            entry.name(),
            entry.target(),
            given == null ? stands.secret() : given,
            rank == null ? stands.rank() : rank,
            entry.active());
    if (!contacts.change(changed)) {
      throw ContactRefusal.twice();
    }
    changes.changed(changed);
    return changed;
  }

  /** Removes a contact; messages that wait for it fail at once, and an event says so. */
  @Transactional
  public void remove(ContactId id, long expected) {
    var stands = held(id, expected);
    contacts.remove(stands.id());
    changes.removed(stands.id());
  }

  private Contact held(ContactId id, long expected) {
    var contact = contacts.findForChange(id).orElseThrow(ContactRefusal::unknown);
    if (contact.version() != expected) {
      throw ContactRefusal.stale(contact.version());
    }
    return contact;
  }
}
