package lantian.warning.publication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Everything that was ever published, as it was. */
public interface Publications {

  /** Keeps it, in the transaction of the revision. */
  void save(Publication publication);

  /** Texts as they are kept, byte by byte. */
  String written(Texts texts);

  Optional<Publication> find(UUID warningId, long revision);

  /** The last of a warning. */
  Optional<Publication> latest(UUID warningId);

  /** The messages of a warning, oldest first. */
  List<Reference> referencesOf(UUID warningId);

  /** The last publication of each live warning since then; the newest first. */
  List<Publication> latestSince(Instant since, int most);

  /**
   * The national identifiers of this body from this second on. Whoever asks holds the body's
   * identifiers until the transaction ends.
   */
  Set<String> takenFrom(Sender sender, Instant second);
}
