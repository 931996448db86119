package lantian.warning.publication.xml;

import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Fills in what a draft lacks: elements that hold nothing but the name of a gap, {@code {sent}}.
 */
public final class Stamping {
  private Stamping() {}

  /** The gap as it stands in a draft. */
  public static String gap(String name) {
    return "{" + name + "}";
  }

  public static void fill(Document draft, Map<String, String> values) {
    var elements = draft.getElementsByTagNameNS("*", "*");
    for (int i = 0; i < elements.getLength(); i++) {
      if (elements.item(i) instanceof Element element && hasTextOnly(element)) {
        values.forEach(
            (name, value) -> {
              if (element.getTextContent().equals(gap(name))) {
                element.setTextContent(value);
              }
            });
      }
    }
  }

  private static boolean hasTextOnly(Element element) {
    return element.getChildNodes().getLength() == 1
        && element.getFirstChild().getNodeType() == Node.TEXT_NODE;
  }
}
