package lantian.warning.observation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lantian.events.ChinaTime;
import lantian.warning.aqi.AqiKind;
import lantian.warning.aqi.AqiResult;
import lantian.warning.aqi.AqiStandards;
import lantian.warning.aqi.Sample;
import lantian.warning.assessment.AqiAt;
import lantian.warning.assessment.RollingAqi;
import lantian.warning.jurisdiction.Jurisdiction;
import lantian.warning.proposal.Judged;
import lantian.warning.proposal.ProposingChange;
import lantian.warning.series.HourlyPoint;
import lantian.warning.series.Series;
import lantian.warning.turn.Turns;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records measured hours, and has the place judged anew. */
@Service
public class RecordingObservations {
  /** The other hours of the window of 24 in which an hour counts. */
  private static final Duration WINDOW = Duration.ofHours(23);

  private final Observations observations;
  private final ObservationEvents events;
  private final ProposingChange proposing;
  private final AqiStandards standards;
  private final Turns turns;
  private final Clock clock;

  public RecordingObservations(
      Observations observations,
      ObservationEvents events,
      ProposingChange proposing,
      AqiStandards standards,
      Turns turns,
      Clock clock) {
    this.observations = observations;
    this.events = events;
    this.proposing = proposing;
    this.standards = standards;
    this.turns = turns;
    this.clock = clock;
  }

  /** Handed in once more with the same values, nothing changes and nobody is told. */
  @Transactional
  public Judged record(Measurement measurement, Jurisdiction jurisdiction) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    long turn = turns.take(measurement.jurisdiction(), measurement.mode());
    if (observations.record(measurement, turn, now) > 0) {
      events.publishRecorded(measurement, judged(measurement), turn, now);
    }
    return proposing.afterNews(jurisdiction, measurement.mode(), now, turn);
  }

  /**
   * The hours handed in, and those after them whose 24 hours they are part of: a correction changes
   * their rolling AQI too.
   */
  private List<JudgedHour> judged(Measurement measurement) {
    Instant first = measurement.hours().getFirst().at();
    Instant begin = first.minus(WINDOW);
    Instant end = measurement.hours().getLast().at().plus(WINDOW);
    List<HourlyPoint> window =
        new ArrayList<>(
            observations.between(measurement.jurisdiction(), measurement.mode(), begin, end));
    if (window.getFirst().at().isAfter(begin)
        && observations.anyBefore(measurement.jurisdiction(), measurement.mode(), begin)) {
      // Measuring had begun before: the window is whole, its first hours are missing.
      window.add(new HourlyPoint(begin, Sample.missing()));
    }
    Map<Instant, Integer> rolling = new HashMap<>();
    for (AqiAt at : RollingAqi.of(Series.hourly(window), standards::on).hours()) {
      rolling.put(at.at(), at.aqi());
    }
    return window.stream()
        .filter(hour -> !hour.at().isBefore(first))
        .map(hour -> judged(hour, rolling))
        .toList();
  }

  private JudgedHour judged(HourlyPoint hour, Map<Instant, Integer> rolling) {
    AqiResult result =
        standards.on(ChinaTime.dateOf(hour.at())).judge(hour.sample(), AqiKind.REALTIME);
    return new JudgedHour(hour, result.aqi(), rolling.get(hour.at()), result.primaryPollutants());
  }
}
