package lantian.notification.sending;

import java.util.Locale;
import lantian.kit.observability.Traces;
import lantian.notification.channel.MessageChannel;
import lantian.notification.channel.OutgoingMessage;
import lantian.notification.delivery.CallOutcome;

/** A call by a channel as operators see it in the trace: where to, and what became of it. */
final class TracedCall {
  private TracedCall() {}

  static CallOutcome of(
      MessageChannel channel, OutgoingMessage message, long latest, Traces traces) {
    var name = channel.channel().name().toLowerCase(Locale.ROOT);
    return traces.calling(
        "push " + name,
        call -> {
          call.note("lantian.delivery", message.delivery().id().toString());
          call.note("lantian.warning", message.delivery().warningId().toString());
          call.note("server.address", message.contact().origin());
          var outcome = channel.send(message, latest);
          call.note("lantian.outcome", outcome.detail());
          switch (outcome) {
            case CallOutcome.Sent _ -> {}
            case CallOutcome.TryAgain _, CallOutcome.GiveUp _, CallOutcome.Unknown _ ->
                call.failed(outcome.getClass().getSimpleName());
          }
          return outcome;
        });
  }
}
