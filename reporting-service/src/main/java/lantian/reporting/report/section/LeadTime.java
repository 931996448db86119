package lantian.reporting.report.section;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import lantian.reporting.episode.Episode;
import lantian.reporting.episode.MeasuredHour;

/** How far ahead the first warning was published. */
final class LeadTime {
  /** A warning is published at least 24 hours ahead where it can be (domain practice, design 3). */
  static final Duration WANTED = Duration.ofHours(24);

  /** The lowest threshold of a warning in 环大气〔2024〕6号. */
  private static final int THRESHOLD = 150;

  private LeadTime() {}

  /** From publication to the start of the response. */
  static Duration toResponse(Episode episode) {
    return Duration.between(episode.first().publishedAt(), episode.responseFrom());
  }

  /**
   * The hour at which the rolling daily AQI went over 150: before the publication where it stood
   * over it then, or else the first after it. What an earlier warning was about does not count.
   */
  static Optional<MeasuredHour> onset(Episode episode) {
    Instant published = episode.first().publishedAt();
    Optional<MeasuredHour> standing = Optional.empty();
    for (MeasuredHour hour :
        episode.hoursBetween(published.minus(Episode.MARGIN), episode.liftedAt())) {
      boolean over = hour.rollingAqi() != null && hour.rollingAqi() > THRESHOLD;
      if (over && standing.isEmpty()) {
        standing = Optional.of(hour);
      }
      if (over && hour.at().isAfter(published)) {
        return standing;
      }
      if (!over) {
        standing = Optional.empty();
      }
    }
    return standing;
  }
}
