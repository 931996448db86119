package lantian.warning.forecast.messaging;

import java.time.Instant;
import lantian.events.ChinaTime;
import lantian.events.DayAqi;
import lantian.events.ForecastReceived;
import lantian.kit.outbox.Outbox;
import lantian.warning.assessment.RollingAqi;
import lantian.warning.forecast.ForecastEvents;
import lantian.warning.forecast.ForecastRun;
import lantian.warning.jurisdiction.Jurisdictions;
import org.springframework.stereotype.Component;

@Component
class OutboxForecastEvents implements ForecastEvents {
  private final Outbox outbox;
  private final Jurisdictions jurisdictions;

  OutboxForecastEvents(Outbox outbox, Jurisdictions jurisdictions) {
    this.outbox = outbox;
    this.jurisdictions = jurisdictions;
  }

  @Override
  public void publishReceived(ForecastRun run, RollingAqi aqi, Instant receivedAt) {
    outbox.append(
        new ForecastReceived(
            run.mode(),
            run.id(),
            run.jurisdiction(),
            jurisdictions.find(run.jurisdiction()).orElseThrow().name(),
            run.source(),
            ChinaTime.at(run.issuedAt()),
            ChinaTime.at(receivedAt),
            run.resolution(),
            run.causeMark(),
            ChinaTime.at(run.points().first()),
            ChinaTime.at(run.points().last()),
            aqi.peak(),
            aqi.days().stream()
                .map(
                    day ->
                        new DayAqi(ChinaTime.dateOf(day.at()), day.aqi(), day.primaryPollutants()))
                .toList()));
  }
}
