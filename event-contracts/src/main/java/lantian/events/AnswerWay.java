package lantian.events;

/** How an answer to a message came in. */
public enum AnswerWay {
  /** The unit's liaison, by the interface, with a token of their own. */
  SIGNED_IN,
  /** The contact, by the signed link of the message. */
  LINK,
  /** Somebody entered it who heard of it by other means. */
  ENTERED
}
