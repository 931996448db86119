package lantian.warning.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lantian.events.WarningLevel;
import lantian.warning.assessment.Assessment;
import lantian.warning.assessment.Run;
import org.jspecify.annotations.Nullable;

/**
 * Pollution as it was measured, for which a warning was called; it is over.
 *
 * @param from the first of the first 24 hours over a threshold
 * @param level the highest that it reached
 * @param shownBy of each source the run that was the first to show it
 */
public record Episode(Instant from, Instant to, WarningLevel level, List<Shown> shownBy) {
  public Episode {
    shownBy = List.copyOf(shownBy);
  }

  /**
   * @param leadHours from its issue to the begin of the pollution; negative: it had begun
   */
  public record Shown(UUID forecastId, String source, Instant issuedAt, long leadHours) {}

  /** Those that an assessment finds; stretches that touch each other are one. */
  static List<Episode> in(Assessment measured, Instant last) {
    List<Episode> episodes = new ArrayList<>();
    Instant from = null;
    Instant to = null;
    for (Run run : measured.warnedOf()) {
      if (from == null || to == null || run.from().isAfter(to)) {
        add(episodes, measured, from, to);
        from = run.from();
        to = run.to();
      } else if (run.to().isAfter(to)) {
        to = run.to();
      }
    }
    add(episodes, measured, from, to);
    return episodes.stream().filter(episode -> episode.to().isBefore(last)).toList();
  }

  private static void add(
      List<Episode> episodes, Assessment measured, @Nullable Instant from, @Nullable Instant to) {
    if (from != null && to != null) {
      episodes.add(new Episode(from, to, measured.levelBetween(from, to), List.of()));
    }
  }

  boolean touches(Instant begin, Instant end) {
    return !from.isAfter(end) && !to.isBefore(begin);
  }

  /** Of each source the earliest of the runs that show a level in its time. */
  Episode shownBy(List<VerifiedRun> runs) {
    List<Shown> shown = new ArrayList<>();
    for (VerifiedRun run : runs) {
      boolean shows =
          !run.issuedAt().isAfter(to)
              && run.foretold().levelBetween(from, to) != WarningLevel.NONE
              && shown.stream().noneMatch(each -> each.source().equals(run.source()));
      if (shows) {
        shown.add(
            new Shown(
                run.forecastId(),
                run.source(),
                run.issuedAt(),
                Duration.between(run.issuedAt(), from).toHours()));
      }
    }
    return new Episode(from, to, level, shown);
  }
}
