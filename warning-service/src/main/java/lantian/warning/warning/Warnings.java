package lantian.warning.warning;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantian.events.Mode;
import lantian.warning.scene.Scene;
import org.jspecify.annotations.Nullable;

/** All warnings that were ever published. */
public interface Warnings {

  Optional<Warning> find(UUID id);

  /** The one in force; there is never more than one of a mode. */
  Optional<Warning> inForce(String jurisdiction, Mode mode);

  /** Those in force everywhere, drills too. */
  List<Warning> inForce();

  /**
   * Those of a scene, newest first, the last 500 of them; {@code inForce} null: whether in force or
   * lifted.
   */
  List<Warning> list(Collection<String> jurisdictions, Scene scene, @Nullable Boolean inForce);

  /**
   * Every step from the first proposal to the last publication, in the order of time; of approval
   * deadlines those that have passed by now.
   */
  List<TimelineStep> timeline(UUID id, Instant now);

  /** Keeps a publication, with the id of the event that tells of it. */
  void save(PublishedChange published, UUID eventId);

  /**
   * Keeps a correction and the revision that it makes, with the id of the event that tells of it.
   */
  void save(Correction correction, UUID eventId);
}
