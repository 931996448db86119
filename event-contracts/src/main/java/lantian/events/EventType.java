package lantian.events;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every event there is: its type on the wire, its record and the topic it goes to. */
public enum EventType {
  FORECAST_RECEIVED("forecast.received.v1", ForecastReceived.class, Topics.FORECASTS),
  OBSERVATION_RECORDED("observation.recorded.v1", ObservationRecorded.class, Topics.FORECASTS),
  WARNING_PROPOSED("warning.proposed.v1", WarningProposed.class, Topics.WARNINGS),
  WARNING_APPROVED("warning.approved.v1", WarningApproved.class, Topics.WARNINGS),
  WARNING_RETURNED("warning.returned.v1", WarningReturned.class, Topics.WARNINGS),
  WARNING_LEVEL_CHANGED("warning.level-changed.v1", WarningLevelChanged.class, Topics.WARNINGS),
  DUTIES_ASSIGNED("duties.assigned.v1", DutiesAssigned.class, Topics.DUTIES),
  DUTIES_WITHDRAWN("duties.withdrawn.v1", DutiesWithdrawn.class, Topics.DUTIES),
  DUTY_ACCEPTED("duty.accepted.v1", DutyAccepted.class, Topics.DUTIES),
  DUTY_REPORTED("duty.reported.v1", DutyReported.class, Topics.DUTIES),
  DUTY_COMPLETED("duty.completed.v1", DutyCompleted.class, Topics.DUTIES),
  DUTY_RETURNED("duty.returned.v1", DutyReturned.class, Topics.DUTIES),
  DUTY_OVERDUE("duty.overdue.v1", DutyOverdue.class, Topics.DUTIES),
  DELIVERY_SENT("delivery.sent.v1", DeliverySent.class, Topics.DELIVERIES),
  DELIVERY_ACKNOWLEDGED("delivery.acknowledged.v1", DeliveryAcknowledged.class, Topics.DELIVERIES),
  DELIVERY_FAILED("delivery.failed.v1", DeliveryFailed.class, Topics.DELIVERIES),
  DELIVERY_ESCALATED("delivery.escalated.v1", DeliveryEscalated.class, Topics.DELIVERIES);

  private static final Map<String, EventType> BY_WIRE_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(EventType::wireName, Function.identity()));
  private static final Map<Class<? extends Event>, EventType> BY_RECORD =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(EventType::record, Function.identity()));

  private final String wireName;
  private final Class<? extends Event> record;
  private final String topic;

  EventType(String wireName, Class<? extends Event> record, String topic) {
    this.wireName = wireName;
    this.record = record;
    this.topic = topic;
  }

  /** The {@code ce_type} header. */
  public String wireName() {
    return wireName;
  }

  public Class<? extends Event> record() {
    return record;
  }

  public String topic() {
    return topic;
  }

  public static Optional<EventType> byWireName(String wireName) {
    return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
  }

  public static EventType of(Event event) {
    var type = BY_RECORD.get(event.getClass());
    if (type == null) {
      throw new IllegalArgumentException("no event type for " + event.getClass().getName());
    }
    return type;
  }
}
