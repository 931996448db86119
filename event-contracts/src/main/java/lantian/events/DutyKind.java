package lantian.events;

/** What a duty asks for. */
public enum DutyKind {
  ACTION,
  DAILY_REPORT,
  INSPECTION,
  PUBLICATION,
  IMPACT_REPORT,
  STANDBY
}
