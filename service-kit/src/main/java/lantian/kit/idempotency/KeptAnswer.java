package lantian.kit.idempotency;

import java.util.Collection;
import lantian.kit.web.StrictJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was answered, byte for byte, with the headers that a caller acts on; but for what is shown
 * once: {@code withheld} says where that stood, null where nothing is left out.
 */
record KeptAnswer(
    int status,
    @Nullable String contentType,
    @Nullable String location,
    @Nullable String etag,
    byte[] body,
    @Nullable String withheld) {
  private static final JsonMapper JSON = StrictJson.forEvents();

  /** The same without what stands at these JSON pointers, as far as anything does. */
  KeptAnswer without(Collection<String> pointers) {
    if (pointers.isEmpty() || body.length == 0) {
      return this;
    }
    var tree = JSON.readTree(body);
    var left = pointers.stream().sorted().filter(pointer -> removed(tree, pointer)).toList();
    return left.isEmpty()
        ? this
        : new KeptAnswer(
            status,
            contentType,
            location,
            etag,
            JSON.writeValueAsBytes(tree),
            String.join(" ", left));
  }

  private static boolean removed(JsonNode tree, String pointer) {
    var at = JsonPointer.compile(pointer);
    return tree.at(at.head()) instanceof ObjectNode parent
        && parent.remove(at.last().getMatchingProperty()) != null;
  }
}
