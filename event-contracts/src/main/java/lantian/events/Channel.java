package lantian.events;

/** How a message reaches a person. */
public enum Channel {
  /** A signed POST to an address of the liaison's system. */
  WEBHOOK,
  /** A mail to the liaison. */
  EMAIL
}
