package lantian.warning.verification.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import lantian.events.ChinaTime;
import lantian.events.WarningLevel;
import lantian.warning.assessment.Phrases;
import lantian.warning.verification.Episode;
import lantian.warning.verification.Outcome;
import lantian.warning.verification.Score;
import lantian.warning.verification.TellingScore;
import lantian.warning.verification.Verification;
import lantian.warning.verification.VerifiedRun;
import lantian.warning.verification.VerifiedWarning;
import org.jspecify.annotations.Nullable;

/**
 * Forecasts and warnings held against what was measured; what it all means stands in {@code
 * docs/verification.md}.
 *
 * @param runsNotOver issued in this time, and not all of their hours have been measured
 */
record ScoresView(
    String jurisdiction,
    LocalDate from,
    LocalDate to,
    @Nullable String source,
    String policy,
    int runs,
    int runsNotOver,
    ScoreView allDays,
    List<SourceView> sources,
    List<EpisodeView> episodes,
    WarningsView warnings) {

  /** A table of two by two, and what follows from it; null: not defined, {@code text} says why. */
  record ScoreView(
      int cases,
      int hits,
      int misses,
      int falseAlarms,
      int correctRejections,
      @Nullable BigDecimal pod,
      @Nullable BigDecimal far,
      @Nullable BigDecimal csi,
      SortedMap<Integer, Integer> levelErrors,
      @Nullable BigDecimal meanLevelError,
      String text) {}

  record SourceView(
      String source, int runs, ScoreView allDays, List<LeadDayView> leadDays, List<RunView> each) {}

  /** {@code leadDay} 1: the day after the issue. */
  record LeadDayView(int leadDay, ScoreView score) {}

  record RunView(UUID forecastId, OffsetDateTime issuedAt, ScoreView score) {}

  record EpisodeView(
      OffsetDateTime from, OffsetDateTime to, WarningLevel level, List<ShownView> shownBy) {}

  /** The first run of a source that showed it, so many hours before it began. */
  record ShownView(UUID forecastId, String source, OffsetDateTime issuedAt, long leadHours) {}

  /** {@code notOver}: in force, or their end has not been measured. */
  record WarningsView(
      ScoreView score, int notOver, List<WarningView> items, List<EpisodeView> missed) {}

  record WarningView(
      UUID id,
      OffsetDateTime publishedAt,
      OffsetDateTime endedAt,
      WarningLevel published,
      WarningLevel measured,
      Outcome outcome,
      int levelError,
      @Nullable Long leadHours) {}

  static ScoresView of(Verification verification, TellingScore telling, Phrases in) {
    return new ScoresView(
        verification.jurisdiction(),
        verification.from(),
        verification.to(),
        verification.source(),
        verification.policy(),
        verification.runs().size(),
        verification.runsNotOver(),
        days(Verification.daysOf(verification.runs()), telling, in),
        verification.sources().stream()
            .map(source -> source(source, verification.runsOf(source), telling, in))
            .toList(),
        verification.episodes().stream().map(ScoresView::view).toList(),
        warnings(verification, telling, in));
  }

  private static SourceView source(
      String source, List<VerifiedRun> runs, TellingScore telling, Phrases in) {
    return new SourceView(
        source,
        runs.size(),
        days(Verification.daysOf(runs), telling, in),
        Verification.leadDaysOf(runs).entrySet().stream()
            .map(each -> leadDay(each, telling, in))
            .toList(),
        runs.stream()
            .map(
                run ->
                    new RunView(
                        run.forecastId(),
                        ChinaTime.at(run.issuedAt()),
                        days(Verification.daysOf(List.of(run)), telling, in)))
            .toList());
  }

  private static LeadDayView leadDay(
      Map.Entry<Integer, Score> each, TellingScore telling, Phrases in) {
    return new LeadDayView(each.getKey(), days(each.getValue(), telling, in));
  }

  private static WarningsView warnings(
      Verification verification, TellingScore telling, Phrases in) {
    Score score = verification.ofWarnings();
    return new WarningsView(
        view(score, telling.warnings(score, in)),
        verification.warningsNotOver(),
        verification.warnings().stream().map(ScoresView::view).toList(),
        verification.missed().stream().map(ScoresView::view).toList());
  }

  private static ScoreView days(Score score, TellingScore telling, Phrases in) {
    return view(score, telling.days(score, in));
  }

  private static ScoreView view(Score score, String text) {
    return new ScoreView(
        score.cases(),
        score.of(Outcome.HIT),
        score.of(Outcome.MISS),
        score.of(Outcome.FALSE_ALARM),
        score.of(Outcome.CORRECT_REJECTION),
        score.pod(),
        score.far(),
        score.csi(),
        score.levelErrors(),
        score.meanLevelError(),
        text);
  }

  private static EpisodeView view(Episode episode) {
    return new EpisodeView(
        beijing(episode.from()),
        beijing(episode.to()),
        episode.level(),
        episode.shownBy().stream()
            .map(
                shown ->
                    new ShownView(
                        shown.forecastId(),
                        shown.source(),
                        beijing(shown.issuedAt()),
                        shown.leadHours()))
            .toList());
  }

  private static WarningView view(VerifiedWarning warning) {
    return new WarningView(
        warning.id(),
        beijing(warning.publishedAt()),
        beijing(warning.endedAt()),
        warning.published(),
        warning.measured(),
        warning.outcome(),
        warning.levelError(),
        warning.leadHours());
  }

  private static OffsetDateTime beijing(Instant at) {
    return ChinaTime.at(at);
  }
}
