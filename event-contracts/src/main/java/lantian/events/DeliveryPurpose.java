package lantian.events;

/** Why a message is sent. */
public enum DeliveryPurpose {
  /** The level changed and the unit has duties. */
  LEVEL_CHANGE,
  /** Nothing is left for the unit to do. */
  STAND_DOWN
}
