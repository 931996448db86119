package lantian.events;

/** How a message reaches a person. */
public enum Channel {
  WEBHOOK
}
