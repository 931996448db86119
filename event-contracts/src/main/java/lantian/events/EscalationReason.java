package lantian.events;

/** Why a message is escalated. */
public enum EscalationReason {
  /** It was sent, and nobody answered in time. */
  UNANSWERED,
  /** It reached nobody. */
  NOT_DELIVERED
}
