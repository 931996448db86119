package lantian.warning.observation.messaging;

import java.time.Instant;
import java.util.List;
import lantian.events.ChinaTime;
import lantian.events.ObservationRecorded;
import lantian.events.ObservedHour;
import lantian.kit.outbox.Outbox;
import lantian.warning.jurisdiction.Jurisdictions;
import lantian.warning.observation.JudgedHour;
import lantian.warning.observation.Measurement;
import lantian.warning.observation.ObservationEvents;
import org.springframework.stereotype.Component;

@Component
class OutboxObservationEvents implements ObservationEvents {
  private final Outbox outbox;
  private final Jurisdictions jurisdictions;

  OutboxObservationEvents(Outbox outbox, Jurisdictions jurisdictions) {
    this.outbox = outbox;
    this.jurisdictions = jurisdictions;
  }

  @Override
  public void publishRecorded(
      Measurement measurement, List<JudgedHour> hours, long version, Instant recordedAt) {
    outbox.append(
        new ObservationRecorded(
            measurement.mode(),
            version,
            measurement.jurisdiction(),
            jurisdictions.find(measurement.jurisdiction()).orElseThrow().name(),
            measurement.source(),
            ChinaTime.at(recordedAt),
            hours.stream().map(OutboxObservationEvents::observed).toList()));
  }

  private static ObservedHour observed(JudgedHour judged) {
    return new ObservedHour(
        ChinaTime.at(judged.hour().at()),
        judged.hour().sample().values(),
        judged.aqi(),
        judged.rollingAqi(),
        judged.primaryPollutants());
  }
}
