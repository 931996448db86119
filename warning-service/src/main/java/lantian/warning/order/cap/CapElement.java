package lantian.warning.order.cap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** An element of a message, read by its own children alone, never by what lies deeper. */
record CapElement(Element element) {

  List<CapElement> children(String name) {
    List<CapElement> found = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child && name.equals(child.getLocalName())) {
        found.add(new CapElement(child));
      }
    }
    return found;
  }

  List<String> texts(String name) {
    return children(name).stream().map(child -> child.element().getTextContent().strip()).toList();
  }

  @Nullable String text(String name) {
    List<String> all = texts(name);
    return all.isEmpty() ? null : all.getFirst();
  }

  /** Of one that the schema requires. */
  String required(String name) {
    String text = text(name);
    if (text == null) {
      throw new IllegalStateException("the schema let a message through without " + name);
    }
    return text;
  }

  /** Pairs of {@code valueName} and {@code value}. */
  Map<String, List<String>> named(String name) {
    Map<String, List<String>> named = new LinkedHashMap<>();
    for (CapElement each : children(name)) {
      named
          .computeIfAbsent(each.required("valueName"), _ -> new ArrayList<>())
          .add(each.required("value"));
    }
    return named;
  }
}
