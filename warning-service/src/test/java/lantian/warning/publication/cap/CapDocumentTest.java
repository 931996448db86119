package lantian.warning.publication.cap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import lantian.events.ChangeKind;
import lantian.events.Mode;
import lantian.events.Response;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.warning.publication.Announcement;
import lantian.warning.publication.Message;
import lantian.warning.publication.Messages;
import lantian.warning.publication.Stamp;
import lantian.warning.publication.UnfitDocument;
import lantian.warning.publication.signature.Signing;
import lantian.warning.publication.xml.Xml;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** The CAP document of every message that there can be. */
class CapDocumentTest {
  private final Signing signing = Signing.forTrial();
  private final CapDocument form = new CapDocument(signing);

  @Test
  void everyMessageIsValidAndSigned() {
    assertThat(Messages.all()).hasSizeGreaterThan(200);
    Messages.all()
        .forEach(
            message ->
                assertThatCode(() -> signing.verifying().verify(finished(message)))
                    .as(message.texts().headline().zh())
                    .doesNotThrowAnyException());
  }

  /**
   * Against the schema of OASIS itself, which is not ours to hand on: {@code .ci/cap-schema} gets
   * it and names it.
   */
  @Test
  void everyMessageIsValidByTheSchemaOfOasisWhereItIsAtHand() throws Exception {
    var place = Optional.ofNullable(System.getProperty("lantian.cap.schema")).map(Path::of);
    org.junit.jupiter.api.Assumptions.assumeTrue(place.filter(Files::exists).isPresent());
    var schemas = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    var oasis = schemas.newSchema(place.orElseThrow().toFile());
    for (var message : Messages.all().toList()) {
      oasis.newValidator().validate(new StreamSource(new StringReader(finished(message))));
    }
  }

  @Test
  void aFirstWarningIsAnAlert() throws Exception {
    var alert = Xml.read(finished(Messages.message(Messages.anOrangeWarning())));
    assertThat(texts(alert, "identifier")).containsExactly("a-message");
    assertThat(texts(alert, "sender")).containsExactly("652300@lantian.example");
    assertThat(texts(alert, "sent")).containsExactly("2016-12-09T16:04:30+08:00");
    assertThat(texts(alert, "status")).containsExactly("Actual");
    assertThat(texts(alert, "msgType")).containsExactly("Alert");
    assertThat(texts(alert, "scope")).containsExactly("Public");
    assertThat(texts(alert, "references")).isEmpty();
    assertThat(texts(alert, "incidents")).containsExactly(Messages.WARNING.toString());
    assertThat(texts(alert, "language")).containsExactly("zh-CN", "en-US");
    assertThat(texts(alert, "category")).containsExactly("Env", "Health", "Env", "Health");
    assertThat(texts(alert, "event")).containsExactly("重污染天气", "Heavy pollution weather");
    assertThat(texts(alert, "headline"))
        .containsExactly("昌吉州发布重污染天气橙色预警", "Changji: orange warning of heavy pollution weather");
    assertThat(texts(alert, "severity")).containsExactly("Severe", "Severe");
    assertThat(texts(alert, "effective")).containsOnly("2016-12-09T16:04:30+08:00");
    assertThat(texts(alert, "onset")).containsOnly("2016-12-11T03:04:30+08:00");
    assertThat(texts(alert, "expires")).containsOnly("2016-12-13T16:04:30+08:00");
    assertThat(texts(alert, "areaDesc")).containsExactly("昌吉州", "Changji");
    assertThat(texts(alert, "value")).contains("652300", "12Q02", "ORANGE");
  }

  @Test
  void howSoonFollowsTheBeginOfTheResponse() throws Exception {
    assertThat(urgencyIn(Duration.ZERO)).isEqualTo("Immediate Observed");
    assertThat(urgencyIn(Duration.ofMinutes(1))).isEqualTo("Expected Likely");
    assertThat(urgencyIn(Duration.ofHours(24))).isEqualTo("Expected Likely");
    assertThat(urgencyIn(Duration.ofHours(24).plusMinutes(1))).isEqualTo("Future Likely");
  }

  @Test
  void howBadFollowsTheLevel() throws Exception {
    assertThat(severity(WarningLevel.YELLOW)).isEqualTo("Moderate");
    assertThat(severity(WarningLevel.ORANGE)).isEqualTo("Severe");
    assertThat(severity(WarningLevel.RED)).isEqualTo("Extreme");
  }

  @Test
  void aHealthNoticeAsksForNoMeasures() throws Exception {
    assertThat(responseTypes(Response.COLOURED)).contains("Execute");
    assertThat(responseTypes(Response.HEALTH_NOTICE)).containsOnly("Avoid", "Shelter");
  }

  @Test
  void aLiftIsAnUpdateThatGivesTheAllClear() throws Exception {
    var alert = Xml.read(finished(ended(ChangeKind.LIFT)));
    assertThat(texts(alert, "msgType")).containsExactly("Update");
    assertThat(texts(alert, "responseType")).containsOnly("AllClear");
    assertThat(texts(alert, "urgency")).containsOnly("Past");
    assertThat(texts(alert, "onset")).isEmpty();
    assertThat(texts(alert, "references"))
        .containsExactly(
            "652300@lantian.example,%1$s.1,2016-12-07T16:04:30+08:00 652300@lantian.example,%1$s.2,2016-12-08T16:04:30+08:00"
                .formatted(Messages.WARNING));
  }

  @Test
  void aFalseAlarmIsCancelled() throws Exception {
    var alert = Xml.read(finished(ended(ChangeKind.CANCEL)));
    assertThat(texts(alert, "msgType")).containsExactly("Cancel");
    assertThat(texts(alert, "references")).hasSize(1);
    assertThat(texts(alert, "responseType")).containsOnly("None");
    assertThat(texts(alert, "headline").getFirst()).isEqualTo("更正：昌吉州撤销重污染天气橙色预警");
  }

  @Test
  void aDrillIsAnExerciseForItsParticipants() throws Exception {
    var alert =
        Xml.read(
            finished(
                Messages.message(
                    Messages.announcement(
                        Messages.changji(),
                        Mode.DRILL,
                        ChangeKind.RAISE,
                        WarningLevel.NONE,
                        WarningLevel.RED,
                        Response.COLOURED))));
    assertThat(texts(alert, "status")).containsExactly("Exercise");
    assertThat(texts(alert, "scope")).containsExactly("Restricted");
    assertThat(texts(alert, "restriction")).hasSize(1);
    assertThat(texts(alert, "headline").getFirst()).startsWith("【演练】");
    assertThat(texts(alert, "headline").getLast()).startsWith("[DRILL]");
  }

  @Test
  void noTimeIsEverWrittenInUtc() {
    Messages.all()
        .forEach(message -> assertThat(finished(message)).doesNotContainPattern("\\d\\d:\\d\\dZ"));
  }

  @Test
  void theDraftLacksNothingButItsStamp() {
    var message = Messages.message(Messages.anOrangeWarning());
    var draft = form.draft(message);
    var finished = finished(message);
    assertThat(draft).contains("{identifier}", "{sent}");
    assertThat(finished).doesNotContain("{");
    assertThat(finished.replaceFirst("<Signature[\\s\\S]*</Signature>", ""))
        .isEqualTo(
            draft
                .replace("{identifier}", "a-message")
                .replace("{sent}", "2016-12-09T16:04:30+08:00"));
  }

  @Test
  void whatBreaksTheFormIsNotFinished() {
    var draft = form.draft(Messages.message(Messages.anOrangeWarning()));
    assertUnfit(draft, "a message", "blanks in the identifier");
    assertUnfit(draft.replace("Actual", "Real"), "a-message", "no such status");
    assertUnfit(draft.replace("Alert<", "Update<"), "a-message", "an update of nothing");
    assertUnfit(
        draft.replace("2016-12-11T03:04:30+08:00", "2016-12-10T19:04:30Z"), "a-message", "UTC");
    assertUnfit(
        "<!DOCTYPE alert [<!ENTITY a \"b\">]>" + "<alert/>", "a-message", "a document type");
  }

  private void assertUnfit(String draft, String identifier, String why) {
    assertThatThrownBy(() -> form.finish(draft, new Stamp(identifier, Messages.AT)))
        .as(why)
        .isInstanceOf(UnfitDocument.class);
  }

  @Test
  void charactersOfXmlStayTexts() throws Exception {
    var message =
        Messages.saying(
            Messages.message(Messages.anOrangeWarning()),
            new Text("橙色 <b>&amp;</b> ]]>", "orange \"quoted\" & 'so on'"));
    assertThat(texts(Xml.read(finished(message)), "headline"))
        .containsExactly("橙色 <b>&amp;</b> ]]>", "orange \"quoted\" & 'so on'");
  }

  private String finished(Message message) {
    return form.finish(form.draft(message), new Stamp("a-message", Messages.AT));
  }

  private static Message ended(ChangeKind kind) {
    return Messages.message(
        Messages.announcement(
            Messages.changji(),
            Mode.LIVE,
            kind,
            WarningLevel.ORANGE,
            WarningLevel.NONE,
            Response.COLOURED));
  }

  private String urgencyIn(Duration time) throws Exception {
    var told = Messages.anOrangeWarning();
    var then =
        new Announcement(
            told.warningId(),
            1,
            told.mode(),
            told.place(),
            told.kind(),
            told.from(),
            told.to(),
            told.cause(),
            told.response(),
            told.at(),
            told.at().plus(time),
            told.validTo(),
            told.policy(),
            told.air());
    var alert = Xml.read(finished(Messages.message(then)));
    return texts(alert, "urgency").getFirst() + " " + texts(alert, "certainty").getFirst();
  }

  private String severity(WarningLevel level) throws Exception {
    return texts(raised(level, Response.COLOURED), "severity").getFirst();
  }

  private List<String> responseTypes(Response response) throws Exception {
    return texts(raised(WarningLevel.RED, response), "responseType");
  }

  private Document raised(WarningLevel level, Response response) throws Exception {
    return Xml.read(
        finished(
            Messages.message(
                Messages.announcement(
                    Messages.changji(),
                    Mode.LIVE,
                    ChangeKind.RAISE,
                    WarningLevel.NONE,
                    level,
                    response))));
  }

  private static List<String> texts(Document alert, String name) {
    var found = alert.getElementsByTagNameNS(CapDocument.NAMESPACE, name);
    var texts = new ArrayList<String>();
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }
}
