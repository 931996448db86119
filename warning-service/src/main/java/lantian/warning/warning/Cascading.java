package lantian.warning.warning;

import java.util.UUID;

/** How a publication meets those of places above and below; in the transaction that publishes. */
public interface Cascading {

  /**
   * Tells of a revision, in the response of its place where that has one.
   *
   * @return the id of the event
   */
  UUID tell(PublishedChange published);

  /**
   * @return the id of the event
   */
  UUID tell(Correction correction);

  /** Has the places below respond, once the revision is kept. */
  void reachThoseBelow(PublishedChange published);

  void reachThoseBelow(Correction correction);
}
