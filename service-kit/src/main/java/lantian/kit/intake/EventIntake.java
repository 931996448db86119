package lantian.kit.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Consumer;
import lantian.events.Event;
import lantian.events.EventType;
import lantian.kit.crash.CrashPoint;
import lantian.kit.intake.PoisonRecord.Reason;
import lantian.kit.observability.Traces;
import org.springframework.messaging.Message;

/**
 * The one way in for events: decoded strictly, types that this version does not know skipped and
 * counted, a repeat ignored and counted, everything else handed to the reader in the transaction of
 * its inbox row. What it throws is retried or parked by {@code parkingErrorHandler}.
 */
public final class EventIntake {
  private final EventDecoder decoder;
  private final Inbox inbox;
  private final Counter skipped;
  private final Counter duplicates;
  private final Traces traces;

  public EventIntake(EventDecoder decoder, Inbox inbox, MeterRegistry metrics, Traces traces) {
    this.decoder = decoder;
    this.inbox = inbox;
    this.skipped =
        Counter.builder("events.skipped")
            .description("Events of a type that this version does not know")
            .tag("reason", "unknown-type")
            .register(metrics);
    this.duplicates =
        Counter.builder("inbox.duplicates")
            .description("Events that came again and took no effect again")
            .register(metrics);
    this.traces = traces;
  }

  /** A function for Spring Cloud Stream that reads the events of one topic's family. */
  public <E extends Event> Consumer<Message<byte[]>> reading(
      Class<E> family, Consumer<Received<E>> reader) {
    return message -> {
      try {
        take(message, family, reader);
      } catch (RuntimeException e) {
        throw e;
      } catch (OutOfMemoryError e) {
        throw e;
      } catch (Throwable e) {
        // The container would stop on an Error, or drop the record; as an exception it is parked.
        throw new IllegalStateException("a reader failed with " + e, e);
      }
    };
  }

  private <E extends Event> void take(
      Message<?> message, Class<E> family, Consumer<Received<E>> reader) {
    var decoded = decoder.decode(message);
    if (decoded.isEmpty()) {
      skipped.increment();
      return;
    }
    var received = decoded.get();
    var type = EventType.of(received.event());
    if (!family.isInstance(received.event())) {
      throw new PoisonRecord(
          Reason.WRONG_TOPIC, type.wireName() + " does not belong on this topic");
    }
    var ofFamily = new Received<>(received.id(), received.time(), family.cast(received.event()));
    traces.continuing(
        EventDecoder.header(message, "traceparent"),
        type.wireName(),
        () -> {
          var payload = (byte[]) message.getPayload();
          if (!inbox.once(received.id(), type.wireName(), payload, () -> reader.accept(ofFamily))) {
            duplicates.increment();
          }
          CrashPoint.INTAKE_COMMITTED.reached();
        });
  }
}
