package lantian.reporting.episode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
  private final WorkCounts work;
  private final MessageCounts messages;
  private final AskedUnits units;

  Recalling(
      Warnings warnings,
      AirRecords air,
      DutyRecords duties,
      DeliveryRecords deliveries,
      WorkCounts work,
      MessageCounts messages,
      AskedUnits units) {
    this.warnings = warnings;
    this.air = air;
    this.duties = duties;
    this.deliveries = deliveries;
    this.work = work;
    this.messages = messages;
    this.units = units;
  }

  /** Empty while no revision of the warning is known. */
  @Transactional(readOnly = true)
  public Optional<Episode> episodeOf(UUID warning, Extent extent) {
    List<LevelStep> levels = warnings.levelsOf(warning);
    if (levels.isEmpty()) {
      return Optional.empty();
    }
    LevelStep first = levels.getFirst();
    LevelStep last = levels.getLast();
    Instant begin =
        first.publishedAt().isBefore(first.validFrom()) ? first.publishedAt() : first.validFrom();
    Duration margin = Episode.MARGIN.plus(Duration.ofDays(1));
    CountedWork counted =
        work.moreThan(warning, extent.named()) ? work.of(warning, extent.shown()) : null;
    boolean manyMessages = messages.moreThan(warning, extent.named());
    List<DeliveryRecord> written =
        manyMessages
            ? deliveries.of(warning, messages.unitsThatMatter(warning, extent.shown()))
            : deliveries.of(warning);
    Set<String> toldUnits =
        written.stream().map(DeliveryRecord::unit).collect(Collectors.toUnmodifiableSet());
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
            counted == null ? duties.of(warning) : duties.of(warning, counted.units()),
            written,
            new Episode.Counted(
                counted == null ? null : counted.totals(),
                manyMessages ? messages.of(warning) : null,
                counted == null ? Map.of() : units.names(warning, toldUnits))));
  }
}
