package lantian.warning.tracking.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantian.events.Cause;
import lantian.events.ChinaTime;
import lantian.events.WarningLevel;
import lantian.warning.assessment.Phrases;
import lantian.warning.damping.Agreement;
import lantian.warning.damping.TellingAgreement;
import lantian.warning.damping.web.DampedView;
import lantian.warning.tracking.TellingTrack;
import lantian.warning.tracking.Track;
import lantian.warning.tracking.TrackedRun;
import org.jspecify.annotations.Nullable;

/**
 * How the judged level went from run to run, and how it looks now.
 *
 * @param confidence how far the runs agree, seen from now; empty without runs that are not over
 * @param damped a change that is asked for now and waits for other runs; null where none does
 */
record TrackView(
    String jurisdiction,
    OffsetDateTime at,
    WarningLevel inForce,
    @Nullable String policy,
    String confidence,
    List<AgreementView> agreements,
    @Nullable DampedView damped,
    List<SourceView> sources) {

  /**
   * Of a source's latest {@code runs} so many come to the level: to it or a higher one where {@code
   * orHigher}, else to it or a lower one.
   */
  record AgreementView(
      String source, WarningLevel level, boolean orHigher, int runs, int agreeing) {}

  /** The runs of one source, the newest first; {@code levels}: how many were judged to each. */
  record SourceView(
      String source,
      String text,
      Map<WarningLevel, Integer> levels,
      int changes,
      List<RunView> runs) {}

  /**
   * What a run was judged to when it came ({@code level}, null: it was over by then), and what it
   * comes to seen from now ({@code levelNow}, null: it is over).
   */
  record RunView(
      UUID forecastId,
      OffsetDateTime issuedAt,
      OffsetDateTime judgedAt,
      @Nullable WarningLevel level,
      @Nullable OffsetDateTime from,
      @Nullable OffsetDateTime to,
      @Nullable Cause cause,
      @Nullable String policy,
      @Nullable WarningLevel inForce,
      @Nullable DampedView damped,
      @Nullable WarningLevel levelNow) {}

  static TrackView of(
      Track track, Instant now, TellingTrack telling, TellingAgreement agreement, Phrases in) {
    return new TrackView(
        track.jurisdiction(),
        ChinaTime.at(now),
        track.inForce(),
        track.policy(),
        agreement.confidence(track.agreements(), in),
        track.agreements().stream().map(TrackView::view).toList(),
        DampedView.of(track.damped(), agreement, in),
        track.sources().stream().map(source -> view(source, telling, agreement, in)).toList());
  }

  private static AgreementView view(Agreement on) {
    return new AgreementView(on.source(), on.level(), on.raises(), on.runs(), on.agreeing());
  }

  private static SourceView view(
      Track.OfSource source, TellingTrack telling, TellingAgreement agreement, Phrases in) {
    return new SourceView(
        source.source(),
        telling.source(source, in),
        new LinkedHashMap<>(source.counts()),
        source.changes(),
        source.runs().stream()
            .map(run -> view(run, source.levelsNow().get(run.forecastId()), agreement, in))
            .toList());
  }

  private static RunView view(
      TrackedRun run, @Nullable WarningLevel now, TellingAgreement agreement, Phrases in) {
    return new RunView(
        run.forecastId(),
        ChinaTime.at(run.issuedAt()),
        ChinaTime.at(run.judgedAt()),
        run.level(),
        beijing(run.from()),
        beijing(run.to()),
        run.cause(),
        run.policy(),
        run.inForce(),
        DampedView.of(run.damped(), agreement, in),
        now);
  }

  private static @Nullable OffsetDateTime beijing(@Nullable Instant at) {
    return at == null ? null : ChinaTime.at(at);
  }
}
