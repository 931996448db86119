package lantian.kit.intake;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import lantian.events.Event;
import lantian.events.EventType;
import lantian.events.Mode;
import lantian.kit.intake.PoisonRecord.Reason;
import lantian.kit.web.StrictJson;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a Kafka record as a CloudEvent in binary mode. Fields we do not know are passed over;
 * anything else that is not by the contract is poison.
 */
public final class EventDecoder {
  private static final String MODE = "ce_mode";

  private final JsonMapper json = StrictJson.forEvents();

  /** The event, or nothing for a type that this version does not know. */
  public Optional<Received<? extends Event>> decode(Message<?> message) {
    if (!(message.getPayload() instanceof byte[] payload) || payload.length == 0) {
      throw new PoisonRecord(Reason.EMPTY, "the record has no body");
    }
    if (!"1.0".equals(header(message, "ce_specversion"))) {
      throw new PoisonRecord(Reason.NOT_A_CLOUD_EVENT, "ce_specversion is not 1.0");
    }
    var typeName = required(message, "ce_type");
    var id = id(message);
    var type = EventType.byWireName(typeName);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    var event = read(payload, type.get());
    mustAgreeOnMode(header(message, MODE), event.mode());
    return Optional.of(new Received<>(id, time(message).toInstant(), event));
  }

  /** An event of a type that this version knows, from its bytes alone. */
  Event decode(String typeName, byte[] payload) {
    var type =
        EventType.byWireName(typeName)
            .orElseThrow(() -> new PoisonRecord(Reason.NOT_BY_SCHEMA, typeName + " is not known"));
    return read(payload, type);
  }

  /**
   * Spring Cloud Function writes {@code ce-} for {@code ce_} in front of a reader where a record
   * has no {@code content-type}, which CloudEvents does not ask for.
   */
  static @Nullable String header(Message<?> message, String name) {
    var headers = message.getHeaders();
    var value = headers.get(name);
    return switch (value == null ? headers.get(name.replaceFirst("^ce_", "ce-")) : value) {
      case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
      case null -> null;
      case Object other -> other.toString();
    };
  }

  /**
   * A drill is told twice, in the header and in the body; what calls itself live only once must be
   * from before the header was written.
   */
  private static void mustAgreeOnMode(@Nullable String header, Mode body) {
    if (header == null ? body != Mode.LIVE : !header.equals(body.name())) {
      throw new PoisonRecord(
          Reason.UNCLEAR_MODE, MODE + " is " + header + ", and the body says " + body);
    }
  }

  private Event read(byte[] payload, EventType type) {
    try {
      return json.readValue(payload, type.record());
    } catch (StreamReadException e) {
      throw new PoisonRecord(Reason.NOT_JSON, summary(e), e);
    } catch (JacksonException e) {
      throw new PoisonRecord(Reason.NOT_BY_SCHEMA, type.wireName() + ": " + summary(e), e);
    }
  }

  private static String summary(JacksonException e) {
    return String.valueOf(e.getOriginalMessage());
  }

  private static String required(Message<?> message, String name) {
    var value = header(message, name);
    if (value == null || value.isBlank()) {
      throw new PoisonRecord(Reason.NOT_A_CLOUD_EVENT, "no " + name);
    }
    return value;
  }

  private static UUID id(Message<?> message) {
    var value = required(message, "ce_id");
    try {
      return UUID.fromString(value);
    } catch (IllegalArgumentException e) {
      throw new PoisonRecord(Reason.NOT_A_CLOUD_EVENT, "ce_id is not a UUID", e);
    }
  }

  private static OffsetDateTime time(Message<?> message) {
    var value = required(message, "ce_time");
    try {
      return OffsetDateTime.parse(value);
    } catch (DateTimeException e) {
      throw new PoisonRecord(Reason.NOT_A_CLOUD_EVENT, "ce_time is not a time with an offset", e);
    }
  }
}
