package lantian.events;

/** Anything that one service tells the others; the records of this package are all there is. */
public sealed interface Event permits ForecastsEvent, WarningsEvent, DutiesEvent, DeliveriesEvent {

  /** Live or drill; required in every event. */
  Mode mode();

  /** The record key on Kafka: events of one key keep their order. */
  String key();
}
