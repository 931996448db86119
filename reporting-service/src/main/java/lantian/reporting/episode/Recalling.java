package lantian.reporting.episode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings together all that is known around one warning. */
@Service
public class Recalling {
  /** Runs issued this long before the first publication still belong to the episode. */
  private static final Duration FORESIGHT = Duration.ofDays(3);

  private final Warnings warnings;
  private final AirRecords air;
  private final DutyRecords duties;
  private final DeliveryRecords deliveries;

  Recalling(Warnings warnings, AirRecords air, DutyRecords duties, DeliveryRecords deliveries) {
    this.warnings = warnings;
    this.air = air;
    this.duties = duties;
    this.deliveries = deliveries;
  }

  /** Empty while no revision of the warning is known. */
  @Transactional(readOnly = true)
  public Optional<Episode> episodeOf(UUID warning) {
    List<LevelStep> levels = warnings.levelsOf(warning);
    if (levels.isEmpty()) {
      return Optional.empty();
    }
    LevelStep first = levels.getFirst();
    LevelStep last = levels.getLast();
    Instant begin =
        first.publishedAt().isBefore(first.validFrom()) ? first.publishedAt() : first.validFrom();
    Duration margin = Episode.MARGIN.plus(Duration.ofDays(1));
    return Optional.of(
        new Episode(
            levels,
            warnings.proposalsOf(warning),
            air.runs(
                first.jurisdiction(),
                first.mode(),
                begin.minus(FORESIGHT),
                last.publishedAt().plusMillis(1)),
            air.hours(
                first.jurisdiction(),
                first.mode(),
                begin.minus(margin),
                last.publishedAt().plus(margin)),
            duties.of(warning),
            deliveries.of(warning)));
  }
}
