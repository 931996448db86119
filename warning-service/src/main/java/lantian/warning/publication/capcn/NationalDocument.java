package lantian.warning.publication.capcn;

import static lantian.warning.publication.xml.Stamping.gap;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lantian.events.Mode;
import lantian.warning.datafile.DataFile;
import lantian.warning.publication.Announcement;
import lantian.warning.publication.DocumentForm;
import lantian.warning.publication.Message;
import lantian.warning.publication.Reference;
import lantian.warning.publication.Stamp;
import lantian.warning.publication.UnfitDocument;
import lantian.warning.publication.cap.CapFacts;
import lantian.warning.publication.capcn.Layout.Place;
import lantian.warning.publication.capcn.Layout.Value;
import lantian.warning.publication.xml.Stamping;
import lantian.warning.publication.xml.Writing;
import lantian.warning.publication.xml.Xml;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * The document by GB/T 35965.1, Chinese only, laid out as {@code publication/cap-cn.yaml} says. A
 * schema of it is not known to us, so that nothing but the identifier and the gaps is checked.
 */
@Component
final class NationalDocument implements DocumentForm {
  private static final String FORM = "GB/T 35965.1";

  private final Layout layout = DataFile.read("publication/cap-cn.yaml", Layout.class);
  private final CapFacts facts = CapFacts.onClassPath();

  @Override
  public Name name() {
    return Name.CAP_CN;
  }

  @Override
  public String draft(Message message) {
    Map<Value, String> values = values(message);
    Writing alert = Writing.document(layout.namespace(), layout.root());
    put(alert, layout.inAlert(), values);
    Writing info = alert.child(layout.info());
    put(info, layout.inInfo(), values);
    put(info.child(layout.area()), layout.inArea(), values);
    return Xml.write(alert.document());
  }

  private static void put(Writing into, List<Place> places, Map<Value, String> values) {
    places.forEach(place -> into.addIfAny(place.element(), values.get(place.holds())));
  }

  private Map<Value, String> values(Message message) {
    Announcement told = message.announcement();
    CapFacts.Gauge gauge = facts.gauge(told);
    var values = new EnumMap<Value, String>(Value.class);
    values.put(Value.identifier, gap(Value.identifier.name()));
    values.put(Value.sent, gap(Value.sent.name()));
    values.put(Value.sender, message.sender().name().zh());
    values.put(Value.organisation, message.sender().organisation());
    values.put(Value.language, layout.language());
    values.put(Value.eventCode, layout.eventCode());
    values.put(Value.urgency, gauge.urgency().code());
    values.put(Value.certainty, gauge.certainty().code());
    values.put(Value.headline, message.texts().headline().zh());
    values.put(Value.description, message.texts().summary().zh());
    values.put(Value.instruction, message.texts().instruction().zh());
    values.put(Value.areaName, told.place().name());
    values.put(Value.areaCode, told.place().code());
    put(values, Value.status, layout.status().get(told.mode()));
    put(values, Value.scope, layout.scope().get(told.mode()));
    put(values, Value.type, layout.type().get(message.type()));
    put(values, Value.severity, layout.severity().get(told.level()));
    if (told.mode() == Mode.DRILL) {
      values.put(Value.note, layout.noteOfDrill());
    }
    if (!message.earlier().isEmpty()) {
      values.put(
          Value.references,
          message.earlier().stream().map(this::reference).collect(Collectors.joining(" ")));
    }
    var validTo = told.validTo();
    if (!told.ends()) {
      values.put(Value.onset, layout.timeOf(told.validFrom()));
      if (validTo != null) {
        values.put(Value.expires, layout.timeOf(validTo));
      }
    }
    return values;
  }

  /** What must be there: a word that the file lacks is no document. */
  private static void put(Map<Value, String> values, Value value, @Nullable String word) {
    if (word == null) {
      throw new UnfitDocument(FORM, "the layout has no word for " + value);
    }
    values.put(value, word);
  }

  private String reference(Reference earlier) {
    return String.join(
        ",",
        earlier.sender().organisation(),
        earlier.nationalIdentifier(),
        layout.timeOf(earlier.sent()));
  }

  @Override
  public String finish(String draft, Stamp stamp) {
    if (!stamp.identifier().matches("\\d{14}_\\d{14}_\\d")) {
      throw new UnfitDocument(FORM, "not an identifier: " + stamp.identifier());
    }
    try {
      Document document = Xml.read(draft);
      Stamping.fill(
          document,
          Map.of(
              Value.identifier.name(), stamp.identifier(),
              Value.sent.name(), layout.timeOf(stamp.sent())));
      return Xml.write(document);
    } catch (SAXException e) {
      throw new UnfitDocument(FORM, e);
    }
  }
}
