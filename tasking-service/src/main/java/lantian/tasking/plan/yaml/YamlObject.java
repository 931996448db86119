package lantian.tasking.plan.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A mapping of a YAML file, read field by field: a missing, repeated, empty or unknown field is
 * refused at its line. {@link #end()} must be called when all known fields were read.
 */
final class YamlObject {
  private final String file;
  private final Mark place;
  private final Map<String, Node> fields = new LinkedHashMap<>();
  private final Map<String, Mark> places = new LinkedHashMap<>();
  private final Set<String> read = new HashSet<>();

  YamlObject(String file, Node node) {
    this.file = file;
    this.place = node.getStartMark();
    if (!(node instanceof MappingNode mapping)) {
      throw refuse(node, "fields were expected here");
    }
    for (NodeTuple each : mapping.getValue()) {
      String name = scalar(each.getKeyNode());
      if (fields.put(name, each.getValueNode()) != null) {
        throw refuse(each.getKeyNode(), "field '" + name + "' is given twice");
      }
      places.put(name, each.getKeyNode().getStartMark());
    }
  }

  Mark place() {
    return place;
  }

  String text(String field) {
    return scalar(required(field));
  }

  @Nullable String optionalText(String field) {
    Node node = optional(field);
    return node == null ? null : scalar(node);
  }

  /** A text of a given form; the field's line is named where it has another. */
  <T> T parsed(String field, Function<String, T> parser) {
    return parse(required(field), parser);
  }

  <T> @Nullable T optionallyParsed(String field, Function<String, T> parser) {
    Node node = optional(field);
    return node == null ? null : parse(node, parser);
  }

  boolean flag(String field) {
    Node node = optional(field);
    return node != null
        && parse(
            node,
            text ->
                switch (text) {
                  case "true" -> true;
                  case "false" -> false;
                  default -> throw new IllegalArgumentException(text + " is not true or false");
                });
  }

  /** The items of a list, empty where the field is absent. */
  <T> List<T> items(String field, Function<String, T> parser) {
    List<T> result = new ArrayList<>();
    for (Node item : sequence(optional(field))) {
      T value = parse(item, parser);
      if (result.contains(value)) {
        throw refuse(item, "'" + value + "' stands twice in " + field);
      }
      result.add(value);
    }
    return result;
  }

  /** The objects of a list that must have at least one. */
  List<YamlObject> objects(String field) {
    Node node = required(field);
    List<YamlObject> result = new ArrayList<>();
    for (Node item : sequence(node)) {
      result.add(new YamlObject(file, item));
    }
    if (result.isEmpty()) {
      throw refuse(node, "'" + field + "' is empty");
    }
    return result;
  }

  YamlObject object(String field) {
    return new YamlObject(file, required(field));
  }

  /** Texts by the constants of an enum, empty where the field is absent. */
  <E extends Enum<E>> Map<E, String> textsBy(Class<E> type, String field) {
    Map<E, String> result = new EnumMap<>(type);
    Node node = optional(field);
    if (node != null) {
      YamlObject texts = new YamlObject(file, node);
      for (Map.Entry<String, Node> each : texts.fields.entrySet()) {
        try {
          result.put(constant(type).apply(each.getKey()), scalar(each.getValue()));
        } catch (IllegalArgumentException e) {
          throw texts.refuseField(each.getKey(), e.getMessage());
        }
      }
    }
    return result;
  }

  /** Refuses what nobody has read. */
  void end() {
    for (String field : fields.keySet()) {
      if (!read.contains(field)) {
        throw refuseField(field, "unknown field '" + field + "'");
      }
    }
  }

  UnreadablePlan refuse(String message, Throwable cause) {
    return UnreadablePlan.at(file, place, message, cause);
  }

  UnreadablePlan refuseField(String field, @Nullable String message) {
    return UnreadablePlan.at(file, places.getOrDefault(field, place), String.valueOf(message));
  }

  static <E extends Enum<E>> Function<String, E> constant(Class<E> type) {
    return text ->
        Arrays.stream(type.getEnumConstants())
            .filter(each -> each.name().equals(text))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "'" + text + "' is none of " + Arrays.toString(type.getEnumConstants())));
  }

  private <T> T parse(Node node, Function<String, T> parser) {
    String text = scalar(node);
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw UnreadablePlan.at(file, node.getStartMark(), String.valueOf(e.getMessage()), e);
    }
  }

  private Node required(String field) {
    Node node = optional(field);
    if (node == null) {
      throw UnreadablePlan.at(file, place, "field '" + field + "' is missing");
    }
    return node;
  }

  private @Nullable Node optional(String field) {
    read.add(field);
    return fields.get(field);
  }

  private List<Node> sequence(@Nullable Node node) {
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      throw refuse(node, "a list was expected here");
    }
    return sequence.getValue();
  }

  private String scalar(Node node) {
    if (!(node instanceof ScalarNode scalar)) {
      throw refuse(node, "a text was expected here");
    }
    if (scalar.getValue().isBlank()) {
      throw refuse(node, "an empty text");
    }
    return scalar.getValue();
  }

  private UnreadablePlan refuse(Node node, String message) {
    return UnreadablePlan.at(file, node.getStartMark(), message);
  }
}
