package lantian.warning.publication.cap;

import static lantian.warning.publication.xml.Stamping.gap;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import lantian.events.Mode;
import lantian.events.Text;
import lantian.warning.publication.Announcement;
import lantian.warning.publication.DocumentForm;
import lantian.warning.publication.Message;
import lantian.warning.publication.Reference;
import lantian.warning.publication.Stamp;
import lantian.warning.publication.UnfitDocument;
import lantian.warning.publication.signature.Signing;
import lantian.warning.publication.xml.Stamping;
import lantian.warning.publication.xml.Writing;
import lantian.warning.publication.xml.Xml;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** CAP 1.2, in Chinese and English, signed; its elements in the order of the standard (3.2). */
@Component
final class CapDocument implements DocumentForm {
  static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";
  private static final String IDENTIFIER = "identifier";
  private static final String SENT = "sent";

  private final Schema profile = Xml.schema("schemas/cap-1.2-profile.xsd");
  private final CapFacts facts = CapFacts.onClassPath();
  private final Signing signing;

  CapDocument(Signing signing) {
    this.signing = signing;
  }

  @Override
  public Name name() {
    return Name.CAP;
  }

  @Override
  public String draft(Message message) {
    Announcement told = message.announcement();
    boolean drill = told.mode() == Mode.DRILL;
    Writing alert =
        Writing.document(NAMESPACE, "alert")
            .add(IDENTIFIER, gap(IDENTIFIER))
            .add("sender", message.sender().id())
            .add(SENT, gap(SENT))
            .add("status", drill ? "Exercise" : "Actual")
            .add("msgType", capitalised(message.type().name()))
            .add("scope", drill ? "Restricted" : "Public")
            .addIfAny("restriction", drill ? facts.drill().restriction() : null)
            .addIfAny("note", drill ? facts.drill().note() : null)
            .addIfAny("references", references(message))
            .add("incidents", told.warningId().toString());
    info(alert.child("info"), message, "zh-CN", Text::zh, told.place().name());
    info(alert.child("info"), message, "en-US", Text::en, told.place().nameEn());
    return Xml.write(alert.document());
  }

  private void info(
      Writing info, Message message, String language, Function<Text, String> words, String area) {
    Announcement told = message.announcement();
    CapFacts.Gauge gauge = facts.gauge(told);
    Instant expires = expires(told);
    info.add("language", language);
    facts.categories().forEach(category -> info.add("category", category.code()));
    info.add("event", words.apply(facts.event()));
    gauge.responseTypes().forEach(type -> info.add("responseType", type.code()));
    info.add("urgency", gauge.urgency().code())
        .add("severity", gauge.severity().code())
        .add("certainty", gauge.certainty().code());
    facts.eventCodes().forEach((scheme, code) -> named(info.child("eventCode"), scheme, code));
    info.add("effective", gap(SENT))
        .addIfAny("onset", told.ends() ? null : CapTime.of(told.validFrom()))
        .addIfAny("expires", expires == null ? null : CapTime.of(expires))
        .add("senderName", words.apply(message.sender().name()))
        .add("headline", words.apply(message.texts().headline()))
        .add("description", words.apply(message.texts().summary()))
        .add("instruction", words.apply(message.texts().instruction()));
    parameters(told).forEach((name, value) -> named(info.child("parameter"), name, value));
    named(
        info.child("area").add("areaDesc", area).child("geocode"),
        facts.geocode(),
        told.place().code());
  }

  /** Of a withdrawal none: nobody knows yet when it goes out. */
  private @Nullable Instant expires(Announcement told) {
    return switch (told.kind()) {
      case CANCEL -> null;
      case LIFT -> told.at().plus(Duration.ofHours(facts.endIsNewsForHours()));
      case RAISE, UPGRADE, DOWNGRADE, EXTEND -> told.validTo();
    };
  }

  private static Map<String, String> parameters(Announcement told) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("lantian:revision", Long.toString(told.revision()));
    parameters.put("lantian:kind", told.kind().name());
    parameters.put("lantian:from", told.from().name());
    parameters.put("lantian:level", told.to().name());
    parameters.put("lantian:cause", told.cause().name());
    parameters.put("lantian:response", told.response().name());
    parameters.put("lantian:policy", told.policy());
    return parameters;
  }

  private static void named(Writing element, String name, String value) {
    element.add("valueName", name).add("value", value);
  }

  private static @Nullable String references(Message message) {
    return message.earlier().isEmpty()
        ? null
        : message.earlier().stream().map(CapDocument::reference).collect(Collectors.joining(" "));
  }

  /** {@code sender,identifier,sent} (3.2.1). */
  private static String reference(Reference earlier) {
    return String.join(
        ",", earlier.sender().id(), earlier.identifier(), CapTime.of(earlier.sent()));
  }

  private static String capitalised(String name) {
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  @Override
  public String finish(String draft, Stamp stamp) {
    try {
      Document document = Xml.read(draft);
      Stamping.fill(
          document, Map.of(IDENTIFIER, stamp.identifier(), SENT, CapTime.of(stamp.sent())));
      signing.sign(document);
      check(document);
      return Xml.write(document);
    } catch (SAXException e) {
      throw new UnfitDocument("CAP 1.2", e);
    }
  }

  private void check(Document document) throws SAXException {
    try {
      profile.newValidator().validate(new DOMSource(document));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    boolean first = text(document, "msgType").equals("Alert");
    boolean refers = document.getElementsByTagNameNS(NAMESPACE, "references").getLength() == 1;
    if (first == refers) {
      throw new UnfitDocument("CAP 1.2", "references belong to Update and Cancel, and to both");
    }
  }

  private static String text(Document document, String name) {
    return document.getElementsByTagNameNS(NAMESPACE, name).item(0).getTextContent();
  }
}
