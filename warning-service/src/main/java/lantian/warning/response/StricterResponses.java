package lantian.warning.response;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantian.events.Mode;

/** All that places decided by themselves. Writes belong in a transaction that holds the turn. */
public interface StricterResponses {

  Optional<StricterResponse> find(UUID id);

  /** There is never more than one of a mode. */
  Optional<StricterResponse> inForce(String jurisdiction, Mode mode);

  /** Whether one waits for its approval. */
  boolean isOneSubmitted(String jurisdiction, Mode mode);

  /** Those that wait or are in force, and of late those that ended; newest first, at most 100. */
  List<StricterResponse> list(Collection<String> jurisdictions);

  void add(StricterResponse submitted);

  /** Keeps the next version of one that is there. */
  void save(StricterResponse next);
}
