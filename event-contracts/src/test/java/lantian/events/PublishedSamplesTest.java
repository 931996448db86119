package lantian.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class PublishedSamplesTest {

  @ParameterizedTest
  @EnumSource
  void everySampleIsValidByItsSchema(EventType type) {
    assertThat(Published.objections(type, Published.sample(type))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everySampleIsReadIntoItsRecordAndWrittenBackTheSame(EventType type) {
    var event = Published.JSON.readValue(Published.sample(type), type.record());

    assertThat(EventType.of(event)).isEqualTo(type);
    assertThat(event.key()).isNotBlank();
    assertThat(Published.JSON.readTree(Published.JSON.writeValueAsString(event)))
        .isEqualTo(Published.JSON.readTree(Published.sample(type)));
  }

  @ParameterizedTest(name = "{0} without {1}")
  @MethodSource("requiredFields")
  void withoutARequiredFieldItIsNeitherValidNorReadable(EventType type, String field) {
    var json = sampleOf(type);
    json.remove(field);

    assertThat(Published.objections(type, json.toString())).isNotEmpty();
    assertThatThrownBy(() -> Published.JSON.readValue(json.toString(), type.record()))
        .isInstanceOf(JacksonException.class);
  }

  @ParameterizedTest(name = "{0} without {1}")
  @MethodSource("optionalFields")
  void withoutAFieldThatIsOptionalItIsValidAndReadable(EventType type, String field) {
    var json = sampleOf(type);
    json.remove(field);

    assertThat(Published.objections(type, json.toString())).isEmpty();
    assertThat(Published.JSON.readValue(json.toString(), type.record())).isNotNull();
  }

  @ParameterizedTest(name = "{0} with an unknown value of {1}")
  @MethodSource("fieldsWithListedValues")
  void withAnUnknownValueItIsNeitherValidNorReadable(EventType type, String field) {
    var json = sampleOf(type);
    json.put(field, "SOMETHING_ELSE");

    assertThat(Published.objections(type, json.toString())).isNotEmpty();
    assertThatThrownBy(() -> Published.JSON.readValue(json.toString(), type.record()))
        .isInstanceOf(JacksonException.class);
  }

  @ParameterizedTest
  @EnumSource
  void aFieldThatThisVersionDoesNotKnowIsNoObjection(EventType type) {
    var json = sampleOf(type);
    json.put("somethingNew", 1);

    assertThat(Published.objections(type, json.toString())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void timesAreWrittenWithTheOffsetOfBeijing(EventType type) {
    var times =
        Published.schema(type)
            .get("properties")
            .propertyStream()
            .filter(property -> property.getValue().path("$ref").asString("").endsWith("/Time"))
            .map(property -> property.getKey())
            .toList();
    assertThat(times).isNotEmpty();

    for (var field : times) {
      var inUtc = sampleOf(type);
      inUtc.put(field, "2016-12-09T08:04:00Z");
      assertThat(Published.objections(type, inUtc.toString())).as(field).isNotEmpty();
    }
  }

  static Stream<Arguments> requiredFields() {
    return Stream.of(EventType.values())
        .flatMap(
            type ->
                Published.schema(type)
                    .get("required")
                    .valueStream()
                    .map(field -> Arguments.of(type, field.asString())));
  }

  static Stream<Arguments> optionalFields() {
    return Stream.of(EventType.values())
        .flatMap(
            type -> {
              var required =
                  Published.schema(type)
                      .get("required")
                      .valueStream()
                      .map(JsonNode::asString)
                      .toList();
              return Published.schema(type)
                  .get("properties")
                  .propertyStream()
                  .map(property -> property.getKey())
                  .filter(field -> !required.contains(field))
                  .map(field -> Arguments.of(type, field));
            });
  }

  static Stream<Arguments> fieldsWithListedValues() {
    return Stream.of(EventType.values())
        .flatMap(type -> listedFields(type).stream().map(field -> Arguments.of(type, field)));
  }

  private static List<String> listedFields(EventType type) {
    var schema = Published.schema(type);
    return schema
        .get("properties")
        .propertyStream()
        .filter(property -> hasListedValues(schema, property.getValue()))
        .map(property -> property.getKey())
        .toList();
  }

  /** Also where it may be null: then one of two. */
  private static boolean hasListedValues(JsonNode schema, JsonNode property) {
    if (property.has("anyOf")) {
      return property
          .get("anyOf")
          .valueStream()
          .anyMatch(option -> hasListedValues(schema, option));
    }
    var ref = property.path("$ref").asString("");
    return ref.startsWith("#/") && schema.at(ref.substring(1)).has("enum");
  }

  private static ObjectNode sampleOf(EventType type) {
    return (ObjectNode) Published.JSON.readTree(Published.sample(type));
  }
}
