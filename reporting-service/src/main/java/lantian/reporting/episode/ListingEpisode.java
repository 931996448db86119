package lantian.reporting.episode;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import lantian.events.EventType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands out everything that a report only counts, part by part, each part read by itself. */
@Service
@Transactional(readOnly = true)
public class ListingEpisode {
  private final DutyRecords duties;
  private final DeliveryRecords deliveries;
  private final EpisodeEvents events;

  ListingEpisode(DutyRecords duties, DeliveryRecords deliveries, EpisodeEvents events) {
    this.duties = duties;
    this.deliveries = deliveries;
    this.events = events;
  }

  /** The duties of so many units after the given one, in the order of their codes. */
  public List<DutyRecord> duties(UUID warning, String afterUnit, int units) {
    return duties.of(warning, duties.unitsAfter(warning, afterUnit, units));
  }

  /** The messages of so many units after the given one, in the order of their codes. */
  public List<DeliveryRecord> deliveries(UUID warning, String afterUnit, int units) {
    return deliveries.of(warning, deliveries.unitsAfter(warning, afterUnit, units));
  }

  public Set<EventType> eventTypes() {
    return events.types();
  }

  /** Ids in their order after the given one. */
  public List<UUID> events(UUID warning, EventType type, @Nullable UUID after, int atMost) {
    return events.of(warning, type, after, atMost);
  }
}
