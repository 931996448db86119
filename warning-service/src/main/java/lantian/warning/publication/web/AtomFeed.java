package lantian.warning.publication.web;

import java.io.StringWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import lantian.events.ChinaTime;
import lantian.warning.publication.PublicWarnings.News;
import lantian.warning.publication.Publication;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * An Atom feed (RFC 4287): an entry for each warning, which moves up with every revision and
 * whenever it is told again, with links to its CAP document.
 */
@Component
final class AtomFeed {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String XML = "http://www.w3.org/XML/1998/namespace";
  private static final Instant BEFORE_ALL_NEWS = Instant.EPOCH;

  private final PublicAddresses addresses;
  private final MessageSource messages;

  AtomFeed(PublicAddresses addresses, MessageSource messages) {
    this.addresses = addresses;
    this.messages = messages;
  }

  String of(List<News> news) {
    var written = new StringWriter();
    try {
      var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(written);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.setDefaultNamespace(ATOM);
      xml.writeStartElement(ATOM, "feed");
      xml.writeDefaultNamespace(ATOM);
      xml.writeAttribute("xml", XML, "lang", "zh-CN");
      element(xml, "id", addresses.feed());
      element(xml, "title", say("feed.title"));
      element(
          xml,
          "updated",
          time(news.stream().map(News::toldAt).max(Instant::compareTo).orElse(BEFORE_ALL_NEWS)));
      link(xml, "self", "application/atom+xml", addresses.feed());
      author(xml, say("feed.author"));
      for (News each : news) {
        entry(xml, each);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
      return written.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private void entry(XMLStreamWriter xml, News news) throws XMLStreamException {
    Publication told = news.publication();
    var texts = told.texts();
    xml.writeStartElement(ATOM, "entry");
    element(xml, "id", "urn:uuid:" + told.warningId());
    element(xml, "title", texts.headline().zh());
    element(xml, "updated", time(news.toldAt()));
    element(xml, "published", time(news.firstToldAt()));
    author(xml, told.reference().sender().name().zh());
    category(xml, "level", told.to().name());
    category(xml, "kind", told.kind().name());
    category(xml, "area", told.jurisdiction());
    link(xml, "alternate", "application/cap+xml", addresses.cap(told));
    link(xml, "related", "application/xml", addresses.capCn(told));
    link(xml, "related", "application/json", addresses.warning(told));
    element(xml, "summary", texts.summary().zh() + "\n" + texts.summary().en());
    xml.writeEndElement();
  }

  private static void author(XMLStreamWriter xml, String name) throws XMLStreamException {
    xml.writeStartElement(ATOM, "author");
    element(xml, "name", name);
    xml.writeEndElement();
  }

  private static void category(XMLStreamWriter xml, String scheme, String term)
      throws XMLStreamException {
    xml.writeEmptyElement(ATOM, "category");
    xml.writeAttribute("scheme", "urn:lantian:" + scheme);
    xml.writeAttribute("term", term);
  }

  private static void link(XMLStreamWriter xml, String rel, String type, String address)
      throws XMLStreamException {
    xml.writeEmptyElement(ATOM, "link");
    xml.writeAttribute("rel", rel);
    xml.writeAttribute("type", type);
    xml.writeAttribute("href", address);
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(ATOM, name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static String time(Instant at) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(ChinaTime.at(at));
  }

  private String say(String code) {
    return messages.getMessage(code, null, java.util.Locale.SIMPLIFIED_CHINESE);
  }
}
