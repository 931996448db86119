package lantian.notification.contact;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All contacts. */
public interface Contacts {

  /** Keeps a new contact; false where the unit has one with this channel and target. */
  boolean add(Contact contact);

  /** Keeps the next version; false where the unit has another with this channel and target. */
  boolean change(Contact contact);

  void remove(ContactId id);

  Optional<Contact> find(ContactId id);

  /** The contact, held against other changes until the transaction ends. */
  Optional<Contact> findForChange(ContactId id);

  /**
   * Who is told when it is this rank's turn, by name: the active contacts of the unit, or for the
   * duty desk those of the jurisdiction, whatever unit they belong to.
   */
  List<Contact> activeOf(String jurisdiction, String unit, Rank rank);

  /** Those of these that are active. */
  Map<ContactId, Contact> active(Collection<ContactId> ids);

  List<Contact> list(@Nullable String jurisdiction, @Nullable String unit);
}
