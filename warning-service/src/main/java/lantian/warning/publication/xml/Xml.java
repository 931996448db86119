package lantian.warning.publication.xml;

import java.io.StringReader;
import java.io.StringWriter;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads and writes XML. What is read may not declare a document type, so that it brings no entities
 * of its own (XXE, billion laughs), and nothing is ever fetched from elsewhere. The JDK's own
 * factories are asked for by name: the others look through the whole class path each time.
 */
public final class Xml {
  private static final String NOTHING = "";

  /** Elements within elements; CAP with its signature has nine. */
  private static final String DEEPEST = "32";

  private Xml() {}

  public static Document empty() {
    try {
      return builders().newDocumentBuilder().newDocument();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws SAXException where it is not well-formed, or declares a document type
   */
  public static Document read(String written) throws SAXException {
    try {
      var builder = builders().newDocumentBuilder();
      builder.setErrorHandler(new Refusing());
      return builder.parse(new InputSource(new StringReader(written)));
    } catch (ParserConfigurationException | java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String write(Document document) {
    try {
      var factory = TransformerFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, NOTHING);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, NOTHING);
      var transformer = factory.newTransformer();
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      var written = new StringWriter();
      written.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
      transformer.transform(new DOMSource(document), new StreamResult(written));
      return written.toString();
    } catch (TransformerException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A schema of the class path. */
  public static Schema schema(String name) {
    var place = Xml.class.getClassLoader().getResource(name);
    if (place == null) {
      throw new IllegalStateException("schema " + name + " is not on the class path");
    }
    try {
      return schemas().newSchema(new StreamSource(place.toExternalForm()));
    } catch (SAXException e) {
      throw new IllegalStateException("schema " + name + ": " + e.getMessage(), e);
    }
  }

  private static SchemaFactory schemas() throws SAXException {
    var factory = SchemaFactory.newDefaultInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, NOTHING);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, NOTHING);
    return factory;
  }

  private static DocumentBuilderFactory builders() throws ParserConfigurationException {
    var factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    factory.setXIncludeAware(false);
    factory.setExpandEntityReferences(false);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, NOTHING);
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, NOTHING);
    factory.setAttribute("jdk.xml.maxElementDepth", DEEPEST);
    return factory;
  }

  /** Without one, errors are also written to the standard error stream. */
  private static final class Refusing implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {}

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
