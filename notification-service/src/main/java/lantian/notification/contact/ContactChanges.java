package lantian.notification.contact;

/** Whoever has to know at once that a contact is another or is gone. */
public interface ContactChanges {

  /** The contact changed; called in the transaction of the change. */
  void changed(Contact contact);

  /** The contact is gone; called in the transaction of the removal. */
  void removed(ContactId id);
}
