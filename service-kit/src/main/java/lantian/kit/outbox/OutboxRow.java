package lantian.kit.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import lantian.events.ChinaTime;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** An event that waits for the broker's answer. */
record OutboxRow(
    long seq,
    UUID eventId,
    String topic,
    String key,
    String type,
    Instant occurredAt,
    byte[] payload,
    @Nullable String traceparent) {
  private static final JsonFactory JSON = new JsonFactory();

  /** What has to stay in order. */
  String ordered() {
    return topic + " " + key;
  }

  /** The event as a CloudEvent in binary mode. */
  ProducerRecord<String, byte[]> toRecord(String source) {
    var message = new ProducerRecord<>(topic, key, payload);
    var headers = message.headers();
    header(headers, "ce_specversion", "1.0");
    header(headers, "ce_id", eventId.toString());
    header(headers, "ce_type", type);
    header(headers, "ce_source", source);
    header(headers, "ce_time", ChinaTime.at(occurredAt).toString());
    header(headers, "ce_mode", mode());
    header(headers, "content-type", "application/json");
    if (traceparent != null) {
      header(headers, "traceparent", traceparent);
    }
    return message;
  }

  /** As the body has it, so that the two never differ. */
  private String mode() {
    try (var fields = JSON.createParser(ObjectReadContext.empty(), payload)) {
      fields.nextToken();
      while (fields.nextToken() == JsonToken.PROPERTY_NAME) {
        var isMode = fields.currentName().equals("mode");
        fields.nextToken();
        if (isMode) {
          return fields.getString();
        }
        fields.skipChildren();
      }
    }
    throw new IllegalStateException("event " + eventId + " has no mode");
  }

  private static void header(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
