package lantian.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class PublishedSchemasTest {

  @ParameterizedTest
  @EnumSource
  void aSchemaNamesTheTypeThatItIsFor(EventType type) {
    var schema = Published.schema(type);

    assertThat(schema.get("$schema").asString())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(schema.get("$id").asString()).isEqualTo("urn:lantian:event:" + type.wireName());
    assertThat(schema.get("title").asString()).isEqualTo(type.wireName());
  }

  @ParameterizedTest
  @EnumSource
  void aSchemaRequiresWhatTheRecordCannotBeWithout(EventType type) {
    var schema = Published.schema(type);
    holds(schema, type.record());
    for (var part : recordsWithin(type.record())) {
      holds(schema.at("/$defs/" + part.getSimpleName()), part);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSchemaListsTheValuesThatTheCodeKnows(EventType type) {
    var schema = Published.schema(type);
    for (var listed : enumsWithin(type.record())) {
      assertThat(strings(schema.at("/$defs/" + listed.getSimpleName() + "/enum")))
          .as(listed.getSimpleName())
          .containsExactlyElementsOf(
              Stream.of(listed.getEnumConstants())
                  .map(value -> Published.JSON.valueToTree(value).asString())
                  .toList());
    }
  }

  @Test
  void modeIsRequiredInEveryEvent() {
    for (var type : EventType.values()) {
      assertThat(strings(Published.schema(type).get("required")))
          .as(type.wireName())
          .contains("mode");
    }
  }

  private static void holds(JsonNode schema, Class<?> type) {
    var components = List.of(type.getRecordComponents());
    assertThat(names(schema.get("properties")))
        .as("properties of %s", type.getSimpleName())
        .containsExactlyElementsOf(components.stream().map(RecordComponent::getName).toList());
    assertThat(strings(schema.get("required")))
        .as("required of %s", type.getSimpleName())
        .containsExactlyElementsOf(
            components.stream().filter(c -> !isNullable(c)).map(RecordComponent::getName).toList());
    for (var component : components) {
      assertThat(allowsNull(schema.get("properties").get(component.getName())))
          .as("%s.%s may be null", type.getSimpleName(), component.getName())
          .isEqualTo(isNullable(component));
    }
  }

  private static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static boolean allowsNull(JsonNode property) {
    return property.path("type").valueStream().anyMatch(t -> t.asString().equals("null"))
        || property
            .path("anyOf")
            .valueStream()
            .anyMatch(option -> option.path("type").asString("").equals("null"));
  }

  private static Set<Class<?>> recordsWithin(Class<?> record) {
    var found = new LinkedHashSet<Class<?>>();
    typesWithin(record).stream().filter(Class::isRecord).forEach(found::add);
    found.remove(record);
    return found;
  }

  private static Set<Class<?>> enumsWithin(Class<?> record) {
    var found = new LinkedHashSet<Class<?>>();
    typesWithin(record).stream().filter(Class::isEnum).forEach(found::add);
    return found;
  }

  private static Set<Class<?>> typesWithin(Class<?> record) {
    var found = new LinkedHashSet<Class<?>>();
    var open = new ArrayList<Class<?>>(List.of(record));
    while (!open.isEmpty()) {
      var next = open.removeLast();
      if (found.add(next) && next.isRecord()) {
        for (var component : next.getRecordComponents()) {
          open.addAll(classesOf(component.getGenericType()));
        }
      }
    }
    return found;
  }

  private static List<Class<?>> classesOf(Type type) {
    return switch (type) {
      case Class<?> plain -> List.of(plain);
      case ParameterizedType generic ->
          Stream.of(generic.getActualTypeArguments())
              .<Class<?>>flatMap(argument -> classesOf(argument).stream())
              .toList();
      default -> List.of();
    };
  }

  private static List<String> strings(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  private static List<String> names(JsonNode object) {
    return object.propertyStream().map(property -> property.getKey()).toList();
  }
}
