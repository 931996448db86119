package lantian.kit.web;

import java.math.BigDecimal;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** JSON as we read and write it. */
public final class StrictJson {
  /** Bytes of the largest event that is read: what Kafka takes (max.request.size). */
  private static final long LARGEST_EVENT = 1_048_576;

  /** The body of a request is counted where it comes in, see {@link LimitedRequest}. */
  private static final long COUNTED_ELSEWHERE = -1;

  // What our documents need, with room to spare: the deepest has four levels, the longest text is
  // evidence of some pages, the longest number a concentration, the longest name a field of ours.
  // Jackson's own limits are 500 levels, 100 MB, 1,000 digits and 50,000 characters.
  static final int DEEPEST_NESTING = 32;
  static final int LONGEST_TEXT = 65_536;
  static final int LONGEST_NUMBER = 64;
  static final int LONGEST_NAME = 256;

  private StrictJson() {}

  /**
   * For requests: an unknown field, a field twice, a value of another type, a missing required
   * field, a text with characters that nobody writes or a number beyond all bounds is refused.
   */
  public static JsonMapper forRequests() {
    var readable = new SimpleModule("lantian");
    readable.addDeserializer(String.class, new WrittenText());
    readable.addDeserializer(BigDecimal.class, new BoundedNumber());
    return builder(COUNTED_ELSEWHERE)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .addModule(readable)
        .build();
  }

  /** For events: fields we do not know are passed over, so that a writer may go ahead of us. */
  public static JsonMapper forEvents() {
    return builder(LARGEST_EVENT)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }

  private static JsonMapper.Builder builder(long largestDocument) {
    var factory =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxDocumentLength(largestDocument)
                    .maxNestingDepth(DEEPEST_NESTING)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxNameLength(LONGEST_NAME)
                    .build())
            .build();
    return JsonMapper.builder(factory)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .withCoercionConfig(
            LogicalType.Textual,
            text ->
                text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
        .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
  }
}
