package lantian.testing;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lantian.events.EventType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The published schema of every event, to hold against what a service really wrote. */
public final class EventSchemas {
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private EventSchemas() {}

  /** What the schema of its type has to say against this record; empty where it is valid. */
  public static List<String> objectionsTo(ConsumerRecord<String, byte[]> record) {
    var type = TopicProbe.header(record, "ce_type");
    return SCHEMAS
        .getSchema(schemaOf(type), InputFormat.JSON)
        .validate(
            new String(record.value(), StandardCharsets.UTF_8),
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(error -> type + " " + error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }

  private static String schemaOf(@Nullable String type) {
    var resource = "/schemas/" + type + ".schema.json";
    try (var in = EventType.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("there is no " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
