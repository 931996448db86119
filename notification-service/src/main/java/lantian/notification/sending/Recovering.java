package lantian.notification.sending;

import java.util.List;
import lantian.notification.delivery.CallOutcome;
import lantian.notification.delivery.DueDeliveries;
import lantian.notification.delivery.DueDeliveries.Ended;
import lantian.notification.sending.ConcludingCalls.EndedCall;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Puts right what a killed process has left: what was claimed is sent as if nothing had been, what
 * was being called has an unknown end.
 */
@Service
class Recovering {
  private static final Logger log = LoggerFactory.getLogger(Recovering.class);

  private final DueDeliveries due;
  private final ConcludingCalls concluding;

  Recovering(DueDeliveries due, ConcludingCalls concluding) {
    this.due = due;
    this.concluding = concluding;
  }

  /** Tells how many deliveries it put right. */
  int recover() {
    var released = due.releaseExpiredClaims();
    var unknown = 0;
    for (var call : due.expiredCalls()) {
      var ended =
          new EndedCall(
              new Ended(call.delivery(), call.token()),
              new CallOutcome.Unknown("the sender stopped in the middle of the call"),
              call.traceparent());
      if (concluding.conclude(List.of(ended)).isEmpty()) {
        unknown++;
      }
    }
    if (released + unknown > 0) {
      log.warn("put right after a stopped sender: {} claimed, {} being called", released, unknown);
    }
    return released + unknown;
  }
}
