package lantian.warning.publication;

import java.util.List;
import lantian.events.ChangeKind;

/**
 * A message that lacks only its identifier and the time of its sending.
 *
 * @param earlier the messages of the same warning that it changes or takes back, oldest first
 */
public record Message(
    Announcement announcement, Sender sender, List<Reference> earlier, Texts texts) {
  public Message {
    earlier = List.copyOf(earlier);
  }

  /** What it does to the messages before it. */
  public enum Type {
    ALERT,
    UPDATE,
    CANCEL
  }

  /** A message that has none before it can only be a first one, whatever the revision. */
  public Type type() {
    if (earlier.isEmpty()) {
      return Type.ALERT;
    }
    return announcement.kind() == ChangeKind.CANCEL ? Type.CANCEL : Type.UPDATE;
  }
}
