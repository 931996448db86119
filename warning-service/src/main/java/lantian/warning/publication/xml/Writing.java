package lantian.warning.publication.xml;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Puts elements, one after the other, into a document of one namespace. */
public final class Writing {
  private final Document document;
  private final @Nullable String namespace;
  private final Element element;

  private Writing(Document document, @Nullable String namespace, Element element) {
    this.document = document;
    this.namespace = namespace;
    this.element = element;
  }

  /** A new document with this root; {@code namespace} null: none. */
  public static Writing document(@Nullable String namespace, String root) {
    Document document = Xml.empty();
    Element element = document.createElementNS(namespace, root);
    document.appendChild(element);
    return new Writing(document, namespace, element);
  }

  /** Adds an element with this text. */
  public Writing add(String name, String text) {
    child(name).element.setTextContent(text);
    return this;
  }

  /** Adds one where there is something to say. */
  public Writing addIfAny(String name, @Nullable String text) {
    return text == null ? this : add(name, text);
  }

  /** Adds an element for others to stand in. */
  public Writing child(String name) {
    Element child = document.createElementNS(namespace, name);
    element.appendChild(child);
    return new Writing(document, namespace, child);
  }

  public Document document() {
    return document;
  }
}
