package lantian.reporting.incident;

/** Where a message to a person stands; each is in one place. */
public enum DeliveryStanding {
  /** The receiver's side has it; no answer yet. */
  SENT,
  ACKNOWLEDGED,
  FAILED,
  /** To be told instead of somebody who gave no answer; not sent yet. */
  ESCALATING
}
