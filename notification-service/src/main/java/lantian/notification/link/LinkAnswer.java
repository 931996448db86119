package lantian.notification.link;

import lantian.notification.delivery.Delivery;

/** What somebody who opens a link gets to see. */
public sealed interface LinkAnswer {

  /** Not a link of ours, or to nothing that is there; nothing tells which. */
  record Unknown() implements LinkAnswer {}

  /** Genuine, and too old. */
  record Expired() implements LinkAnswer {}

  /** Genuine, but its contact is no longer told for the unit. */
  record Refused() implements LinkAnswer {}

  /** The unit has a newer message of the warning, which is the one to answer. */
  record Superseded(Delivery delivery) implements LinkAnswer {}

  /** Waits for the answer. */
  record Open(Delivery delivery) implements LinkAnswer {}

  /** Answered; {@code now}: by this very use of the link. */
  record Answered(Delivery delivery, boolean now) implements LinkAnswer {}
}
