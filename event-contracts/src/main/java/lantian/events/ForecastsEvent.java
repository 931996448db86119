package lantian.events;

/** What warning-service tells on {@link Topics#FORECASTS}; the key is the jurisdiction. */
public sealed interface ForecastsEvent extends Event permits ForecastReceived, ObservationRecorded {
  String jurisdiction();

  @Override
  default String key() {
    return jurisdiction();
  }
}
