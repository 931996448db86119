package lantian.warning.forecast;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import lantian.warning.aqi.AqiStandards;
import lantian.warning.assessment.Assessment;
import lantian.warning.assessment.Judging;
import lantian.warning.assessment.RollingAqi;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.policy.Policies;
import lantian.warning.policy.Policy;
import lantian.warning.proposal.Judged;
import lantian.warning.proposal.Outlook;
import lantian.warning.proposal.ProposingChange;
import lantian.warning.tracking.KeepingTrack;
import lantian.warning.tracking.TrackedRuns;
import lantian.warning.turn.Turns;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in a run once, and has the place judged anew. */
@Service
public class ReceivingForecast {
  private final Forecasts forecasts;
  private final ForecastEvents events;
  private final ProposingChange proposing;
  private final JoiningOutlook outlooks;
  private final Judging judging;
  private final KeepingTrack track;
  private final Policies policies;
  private final AqiStandards standards;
  private final Turns turns;
  private final Clock clock;

  public ReceivingForecast(
      Forecasts forecasts,
      ForecastEvents events,
      ProposingChange proposing,
      JoiningOutlook outlooks,
      Judging judging,
      KeepingTrack track,
      Policies policies,
      AqiStandards standards,
      Turns turns,
      Clock clock) {
    this.forecasts = forecasts;
    this.events = events;
    this.proposing = proposing;
    this.outlooks = outlooks;
    this.judging = judging;
    this.track = track;
    this.policies = policies;
    this.standards = standards;
    this.turns = turns;
    this.clock = clock;
  }

  @Transactional
  public ReceivedForecast receive(ForecastRun run, Jurisdiction jurisdiction, String by) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    long turn = turns.take(run.jurisdiction(), run.mode());
    if (!forecasts.save(run, by, now)) {
      return forecasts.fingerprintOf(run.id()).equals(run.fingerprint())
          ? new ReceivedForecast.AlreadyThere(proposing.asItStands(jurisdiction, run.mode(), now))
          : new ReceivedForecast.SaysSomethingElse();
    }
    events.publishReceived(run, aqiOf(run, jurisdiction), now);
    Judged judged = proposing.afterNews(jurisdiction, run.mode(), now, turn);
    keepTrack(run, jurisdiction, judged, now);
    return new ReceivedForecast.Stored(judged);
  }

  /** Of a run that does not count too: what it would say is told with it. */
  private void keepTrack(ForecastRun run, Jurisdiction jurisdiction, Judged judged, Instant now) {
    boolean counts = run.id().equals(judged.forecastId());
    Assessment assessment =
        counts && judged.judgement() != null
            ? judged.judgement().assessment()
            : alone(run, jurisdiction, now);
    track.keep(
        new KeepingTrack.Arrived(
            new TrackedRuns.Place(run.jurisdiction(), run.mode()),
            run.id(),
            run.source(),
            run.issuedAt(),
            run.points().last()),
        assessment,
        judged,
        now);
  }

  private @Nullable Assessment alone(ForecastRun run, Jurisdiction jurisdiction, Instant now) {
    Outlook outlook = outlooks.with(run, jurisdiction, now);
    return outlook.series() == null
        ? null
        : judging.judge(
            outlook.series(),
            outlook.policy(),
            outlook.causeMark(),
            now.truncatedTo(ChronoUnit.HOURS));
  }

  private RollingAqi aqiOf(ForecastRun run, Jurisdiction jurisdiction) {
    Policy policy =
        run.policy() == null
            ? policies.inForce(jurisdiction, run.issuedAt())
            : policies.named(run.policy());
    return RollingAqi.of(run.points().series(policy.dailyValue()), standards::on);
  }
}
