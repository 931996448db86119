package lantian.notification.delivery;

import lantian.notification.delivery.Delivery.Subject;

/** Whoever sees to it that each message to a unit is answered by somebody. */
public interface AwaitedAnswers {

  /** The unit has a message; called in the transaction that creates it, again with a repeat. */
  void await(Subject message);

  /** Waits no longer for what this message takes the place of; tells whether it did. */
  boolean overtaken(Subject by);

  /** Somebody answered; called in the transaction of the answer, which holds the delivery. */
  void answered(Delivery delivery);
}
