package lantian.warning.drill;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All drills. Writes belong in a transaction that holds the turn of the place's drills. */
public interface Drills {

  Optional<Drill> find(UUID id);

  /** The one that is open; there is never more than one. */
  Optional<Drill> openIn(String jurisdiction);

  /** Newest first, the last 500 of them; {@code open} null: open and ended. */
  List<Drill> list(Collection<String> jurisdictions, @Nullable Boolean open);

  /** How many there were in a place. */
  long countIn(String jurisdiction);

  /** Keeps a new one, whose place begins it with nothing measured. */
  void open(Drill drill);

  void end(Drill ended);
}
