package lantian.warning.warning;

/** Keeps what the public is told of a revision, in the transaction that publishes it. */
public interface PublicRecord {
  void keep(PublishedChange published);

  /** What was prepared, as it goes out now. */
  void keep(Correction correction);
}
