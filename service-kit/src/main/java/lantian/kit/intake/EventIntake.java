package lantian.kit.intake;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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
  private final Counter unclear;
  private final Traces traces;
  private final Map<Class<? extends Event>, Consumer<Received<?>>> readers =
      new ConcurrentHashMap<>();

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
    this.unclear =
        Counter.builder("drill.gate.blocked")
            .description("What was stopped because nobody could say that it is live")
            .tag("mode", "UNCLEAR")
            .register(metrics);
    this.traces = traces;
  }

  /** A function for Spring Cloud Stream that reads the events of one topic's family. */
  public <E extends Event> Consumer<Message<byte[]>> reading(
      Class<E> family, Consumer<Received<E>> reader) {
    Consumer<Received<?>> ofFamily =
        received ->
            reader.accept(
                new Received<>(received.id(), received.time(), family.cast(received.event())));
    readers.put(family, ofFamily);
    return message -> {
      try {
        take(message, family, ofFamily);
      } catch (PoisonRecord e) {
        if (e.reason() == Reason.UNCLEAR_MODE) {
          unclear.increment();
        }
        throw e;
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

  /**
   * Hands an event that took effect before to its reader once more, past the inbox and in the
   * transaction at hand: for whoever builds anew what events have come to.
   */
  public void again(UUID id, Instant time, String type, byte[] payload) {
    var event = decoder.decode(type, payload);
    var family =
        readers.keySet().stream()
            .filter(candidate -> candidate.isInstance(event))
            .findFirst()
            .orElseThrow(() -> new PoisonRecord(Reason.WRONG_TOPIC, "nobody here reads " + type));
    requireNonNull(readers.get(family)).accept(new Received<>(id, time, event));
  }

  private void take(
      Message<?> message, Class<? extends Event> family, Consumer<Received<?>> reader) {
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
    traces.continuing(
        EventDecoder.header(message, "traceparent"),
        type.wireName(),
        () -> {
          var payload = (byte[]) message.getPayload();
          if (!inbox.once(
              received.id(),
              received.time(),
              type.wireName(),
              payload,
              () -> reader.accept(received))) {
            duplicates.increment();
          }
          CrashPoint.INTAKE_COMMITTED.reached();
        });
  }
}
