package lantian.reporting.episode.messaging;

import java.util.function.Consumer;
import lantian.events.ForecastReceived;
import lantian.events.ForecastsEvent;
import lantian.events.ObservationRecorded;
import lantian.kit.intake.EventIntake;
import lantian.kit.intake.Received;
import lantian.reporting.episode.AirRecords;
import lantian.reporting.episode.ForecastRun;
import lantian.reporting.episode.MeasuredHour;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Reads {@code lantian.forecasts.v1}: runs and measured hours. */
@Configuration(proxyBeanMethods = false)
class ForecastEventsConsumer {
  private final AirRecords air;

  ForecastEventsConsumer(AirRecords air) {
    this.air = air;
  }

  @Bean
  Consumer<Message<byte[]>> forecasts(EventIntake intake) {
    return intake.reading(ForecastsEvent.class, this::on);
  }

  private void on(Received<ForecastsEvent> received) {
    switch (received.event()) {
      case ForecastReceived run ->
          air.keep(
              new ForecastRun(
                  received.id(),
                  run.mode(),
                  run.forecastId(),
                  run.jurisdiction(),
                  run.source(),
                  run.issuedAt().toInstant(),
                  run.receivedAt().toInstant(),
                  run.resolution(),
                  run.from().toInstant(),
                  run.to().toInstant(),
                  run.peakAqi(),
                  run.days()));
      case ObservationRecorded posting ->
          air.keep(
              posting.hours().stream()
                  .map(
                      hour ->
                          new MeasuredHour(
                              received.id(),
                              posting.mode(),
                              posting.jurisdiction(),
                              posting.version(),
                              hour.at().toInstant(),
                              hour.values(),
                              hour.aqi(),
                              hour.rollingAqi(),
                              hour.primaryPollutants()))
                  .toList());
    }
  }
}
