package lantian.reporting.report.section;

import java.time.Duration;
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

  /** The first measured hour of the episode whose rolling daily AQI is over 150. */
  static Optional<MeasuredHour> onset(Episode episode) {
    return episode
        .hoursBetween(episode.responseFrom().minus(Episode.MARGIN), episode.liftedAt())
        .stream()
        .filter(h -> h.rollingAqi() != null && h.rollingAqi() > THRESHOLD)
        .findFirst();
  }
}
