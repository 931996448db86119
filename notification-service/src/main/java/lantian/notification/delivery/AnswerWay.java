package lantian.notification.delivery;

/** How an answer came in. */
public enum AnswerWay {
  /** The unit's liaison, with a token of their own. */
  SIGNED_IN,
  /** The contact, by the signed link of the message. */
  LINK,
  /** Somebody entered it who heard of it by other means. */
  ENTERED;

  /** Whether the receiver answered, and not somebody for it. */
  public boolean byReceiver() {
    return this != ENTERED;
  }
}
