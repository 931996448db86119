package lantian.warning.verification;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lantian.events.ChinaTime;
import lantian.events.Mode;
import lantian.events.WarningLevel;
import lantian.warning.assessment.Assessment;
import lantian.warning.assessment.Judging;
import lantian.warning.assessment.ObservedHours;
import lantian.warning.forecast.ForecastRun;
import lantian.warning.forecast.Forecasts;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.policy.Policies;
import lantian.warning.policy.Policy;
import lantian.warning.scene.Scene;
import lantian.warning.series.Series;
import lantian.warning.warning.TimelineStep;
import lantian.warning.warning.Warning;
import lantian.warning.warning.Warnings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Verifies the runs and the warnings of a time, by what stands measured now. */
@Service
public class Verifying {
  /** No run reaches farther beyond its issue. */
  private static final int LONGEST_RUN_DAYS = 21;

  /** So many days of runs are in memory at once. */
  private static final int DAYS_AT_ONCE = 7;

  private final Forecasts forecasts;
  private final ObservedHours observed;
  private final Warnings warnings;
  private final Policies policies;
  private final Judging judging;
  private final VerifyingRun verifyingRun;

  public Verifying(
      Forecasts forecasts,
      ObservedHours observed,
      Warnings warnings,
      Policies policies,
      Judging judging,
      VerifyingRun verifyingRun) {
    this.forecasts = forecasts;
    this.observed = observed;
    this.warnings = warnings;
    this.policies = policies;
    this.judging = judging;
    this.verifyingRun = verifyingRun;
  }

  /**
   * @param from the first day on which runs are issued and warnings published
   * @param to the last one
   * @param source null: all of them
   * @return empty where nothing was measured
   */
  @Transactional(readOnly = true)
  public Optional<Verification> of(
      Jurisdiction place, LocalDate from, LocalDate to, @Nullable String source, Instant now) {
    Instant begin = begin(from);
    Instant end = begin(to.plusDays(1));
    Policy policy = policies.inForce(place, end.isAfter(now) ? now : end);
    Series hours =
        observed.seriesBetween(
            place.code(),
            Mode.LIVE,
            begin.minus(Duration.ofHours(policy.historyHours())),
            end.plus(Duration.ofDays(LONGEST_RUN_DAYS)));
    if (hours == null) {
      return Optional.empty();
    }
    Measured measured = new Measured(judging, hours);
    List<VerifiedRun> runs = new ArrayList<>();
    int notOver = 0;
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(DAYS_AT_ONCE)) {
      Instant next = begin(day.plusDays(DAYS_AT_ONCE));
      for (ForecastRun run :
          forecasts.issuedBetween(
              place.code(), Mode.LIVE, source, begin(day), next.isAfter(end) ? end : next)) {
        Optional<VerifiedRun> verified = verifyingRun.verify(run, measured, policyOf(run, place));
        verified.ifPresent(runs::add);
        notOver += verified.isPresent() ? 0 : 1;
      }
    }
    List<Warning> published = publishedBetween(place, begin, end);
    List<VerifiedWarning> over =
        published.stream()
            .filter(warning -> isOver(warning, measured))
            .map(warning -> verified(warning, measured, now))
            .sorted(Comparator.comparing(VerifiedWarning::publishedAt))
            .toList();
    List<Episode> episodes =
        Episode.in(measured.judged(policy), measured.last()).stream()
            .filter(episode -> episode.touches(begin, end.minusSeconds(1)))
            .map(episode -> episode.shownBy(runs))
            .toList();
    return Optional.of(
        new Verification(
            place.code(),
            from,
            to,
            source,
            policy.reference(),
            runs,
            notOver,
            episodes,
            over,
            published.size() - over.size(),
            episodes.stream().filter(episode -> !isWarnedOf(episode, place, now)).toList()));
  }

  private Policy policyOf(ForecastRun run, Jurisdiction place) {
    String named = run.policy();
    return named == null ? policies.inForce(place, run.issuedAt()) : policies.named(named);
  }

  private List<Warning> publishedBetween(Jurisdiction place, Instant begin, Instant end) {
    return live(place).stream()
        .filter(
            warning ->
                !warning.firstPublishedAt().isBefore(begin)
                    && warning.firstPublishedAt().isBefore(end))
        .toList();
  }

  private List<Warning> live(Jurisdiction place) {
    return warnings.list(List.of(place.code()), Scene.LIVE, null);
  }

  private static boolean isOver(Warning warning, Measured measured) {
    return !warning.isInForce()
        && !warning.publishedAt().truncatedTo(ChronoUnit.HOURS).isAfter(measured.last());
  }

  private VerifiedWarning verified(Warning warning, Measured measured, Instant now) {
    Policy policy = policies.named(warning.policy());
    Assessment came = measured.judged(policy);
    Instant from = warning.firstPublishedAt();
    Instant to = warning.publishedAt();
    Long lead =
        Episode.in(came, measured.last()).stream()
            .filter(episode -> episode.touches(from, to))
            .map(episode -> Duration.between(from, episode.from()).toHours())
            .findFirst()
            .orElse(null);
    return new VerifiedWarning(
        warning.id(), from, to, highest(warning, now), came.levelBetween(from, to), lead);
  }

  private WarningLevel highest(Warning warning, Instant now) {
    return warnings.timeline(warning.id(), now).stream()
        .filter(step -> step.revision() != null)
        .map(TimelineStep::to)
        .max(Comparator.naturalOrder())
        .orElse(WarningLevel.NONE);
  }

  /** By any warning, also one from before the time asked for. */
  private boolean isWarnedOf(Episode episode, Jurisdiction place, Instant now) {
    return live(place).stream()
        .anyMatch(
            warning ->
                episode.touches(
                    warning.firstPublishedAt(), warning.isInForce() ? now : warning.publishedAt()));
  }

  private static Instant begin(LocalDate day) {
    return day.atStartOfDay(ChinaTime.ZONE).toInstant();
  }
}
