package lantian.events;

/** When a duty holds: always, while a warning is in force, or after its lift. */
public enum DutyPhase {
  STANDING,
  IN_FORCE,
  AFTER_LIFT
}
