package lantian.notification.delivery.persistence;

import java.util.List;
import lantian.events.AssignedDuty;
import lantian.kit.web.StrictJson;
import lantian.notification.delivery.Content;
import lantian.notification.delivery.DutyList;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The column {@code content}. Its list of duties, which is nearly all of it, is not taken apart: it
 * is cut out as it stands, and written again so.
 */
final class ContentJson {
  private static final JsonMapper PLAIN = StrictJson.forEvents();
  private static final JsonMapper JSON =
      PLAIN
          .rebuild()
          .addModule(
              new SimpleModule("duties")
                  .addSerializer(DutyList.class, new Writing())
                  .addDeserializer(DutyList.class, new CuttingOut()))
          .build();

  private ContentJson() {}

  static String write(Content content) {
    return JSON.writeValueAsString(content);
  }

  static Content read(String text) {
    return JSON.readerFor(Content.class).withAttribute(CuttingOut.TEXT, text).readValue(text);
  }

  static List<AssignedDuty> duties(String text) {
    return PLAIN.readValue(text, new TypeReference<>() {});
  }

  private static final class Writing extends ValueSerializer<DutyList> {
    @Override
    public void serialize(DutyList duties, JsonGenerator out, SerializationContext context) {
      var kept = duties.asKept();
      if (kept.isPresent()) {
        out.writeRawValue(kept.get());
      } else {
        out.writePOJO(duties.all());
      }
    }
  }

  private static final class CuttingOut extends ValueDeserializer<DutyList> {
    /** The name of the attribute with the whole text that is read. */
    static final String TEXT = "text";

    @Override
    public DutyList deserialize(JsonParser parser, DeserializationContext context) {
      var text = (String) context.getAttribute(TEXT);
      int from = read(parser) - 1;
      if (!parser.isExpectedStartArrayToken() || text == null || text.charAt(from) != '[') {
        return context.reportInputMismatch(DutyList.class, "a list of duties is an array");
      }
      int size = 0;
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        parser.skipChildren();
        size++;
      }
      return new KeptDuties(text.substring(from, read(parser)), size);
    }

    /** How many characters have been read so far. */
    private static int read(JsonParser parser) {
      return Math.toIntExact(parser.currentLocation().getCharOffset());
    }
  }
}
