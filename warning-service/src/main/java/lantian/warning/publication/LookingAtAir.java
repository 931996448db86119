package lantian.warning.publication;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import lantian.events.ChinaTime;
import lantian.events.Mode;
import lantian.warning.aqi.AqiKind;
import lantian.warning.aqi.AqiStandards;
import lantian.warning.assessment.AqiAt;
import lantian.warning.assessment.RollingAqi;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.observation.Observations;
import lantian.warning.proposal.Outlooks;
import lantian.warning.series.HourlyPoint;
import lantian.warning.series.Series;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What was measured last in a place, and how bad it is expected to become. */
@Service
public class LookingAtAir {
  /** An hour is measured late at times; one that is older than this is no news. */
  private static final Duration OF_LATE = Duration.ofHours(6);

  private final Observations observations;
  private final Outlooks outlooks;
  private final AqiStandards standards;

  public LookingAtAir(Observations observations, Outlooks outlooks, AqiStandards standards) {
    this.observations = observations;
    this.outlooks = outlooks;
    this.standards = standards;
  }

  public Air of(Jurisdiction place, Mode mode, Instant now) {
    return new Air(measured(place, mode, now), expectedPeak(place, mode, now));
  }

  /** The last hour that has an index; null where there is none of late. */
  public Air.@Nullable MeasuredHour measured(Jurisdiction place, Mode mode, Instant now) {
    List<HourlyPoint> hours = observations.between(place.code(), mode, now.minus(OF_LATE), now);
    for (HourlyPoint hour : hours.reversed()) {
      var index = standards.on(ChinaTime.dateOf(hour.at())).judge(hour.sample(), AqiKind.REALTIME);
      if (index.aqi() != null && index.category() != null && index.publishable()) {
        return new Air.MeasuredHour(
            hour.at(), index.aqi(), index.category(), index.primaryPollutants());
      }
    }
    return null;
  }

  private @Nullable Integer expectedPeak(Jurisdiction place, Mode mode, Instant now) {
    Series series = outlooks.of(place, mode, now).series();
    return series == null
        ? null
        : RollingAqi.of(series, standards::on).hours().stream()
            .filter(hour -> hour.at().isAfter(now))
            .map(AqiAt::aqi)
            .filter(Objects::nonNull)
            .max(Integer::compare)
            .orElse(null);
  }
}
