package lantian.reporting.episode;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import lantian.events.EventType;
import org.jspecify.annotations.Nullable;

/** The events of a warning, for whoever wants to see all that a figure rests on. */
public interface EpisodeEvents {

  /** The types that may be too many to be named in a report. */
  Set<EventType> types();

  /** Ids of events of one of these types, in their order after the given one. */
  List<UUID> of(UUID warning, EventType type, @Nullable UUID after, int atMost);
}
