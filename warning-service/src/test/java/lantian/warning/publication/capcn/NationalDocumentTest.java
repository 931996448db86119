package lantian.warning.publication.capcn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import lantian.events.ChangeKind;
import lantian.events.Mode;
import lantian.events.Response;
import lantian.events.WarningLevel;
import lantian.warning.publication.Message;
import lantian.warning.publication.Messages;
import lantian.warning.publication.NationalIdentifier;
import lantian.warning.publication.Stamp;
import lantian.warning.publication.UnfitDocument;
import lantian.warning.publication.xml.Xml;
import org.junit.jupiter.api.Test;

/** The document by GB/T 35965.1 of every message that there can be. */
class NationalDocumentTest {
  private static final String IDENTIFIER = "65230000000000_20161209160430_0";

  private final NationalDocument form = new NationalDocument();

  @Test
  void everyMessageHasOne() {
    Messages.all()
        .forEach(
            message ->
                assertThat(finished(message))
                    .contains(
                        "<identifier>" + IDENTIFIER + "</identifier>",
                        "<sent>2016-12-09T16:04:30+08:00</sent>",
                        "<eventType>12Q02</eventType>",
                        message.texts().headline().zh())
                    .doesNotContain("{")
                    .doesNotContainPattern("\\d\\d:\\d\\dZ"));
  }

  @Test
  void theColourStandsInTheSeverityAndOfAnEndTheOneThatEnds() throws Exception {
    assertThat(severity(ChangeKind.RAISE, WarningLevel.NONE, WarningLevel.RED)).isEqualTo("Red");
    assertThat(severity(ChangeKind.LIFT, WarningLevel.ORANGE, WarningLevel.NONE))
        .isEqualTo("Orange");
    assertThat(severity(ChangeKind.DOWNGRADE, WarningLevel.RED, WarningLevel.YELLOW))
        .isEqualTo("Yellow");
  }

  @Test
  void aLaterMessageNamesThoseBeforeItByTheirIdentifiers() {
    assertThat(finished(message(ChangeKind.LIFT, WarningLevel.ORANGE, WarningLevel.NONE)))
        .contains(
            "<references>65230000000000,65230000000000_20161207160430_0,2016-12-07T16:04:30+08:00 "
                + "65230000000000,65230000000000_20161208160430_0,2016-12-08T16:04:30+08:00</references>");
  }

  @Test
  void anotherFormOfIdentifierIsRefused() {
    var draft = form.draft(Messages.message(Messages.anOrangeWarning()));
    assertThatThrownBy(() -> form.finish(draft, new Stamp("65230000000000_1_0", Messages.AT)))
        .isInstanceOf(UnfitDocument.class);
  }

  @Test
  void identifiersOfOneSecondAreCountedAndAFullSecondGoesOnInTheNext() {
    var sender = Messages.sender(Messages.changji());
    Set<String> taken = new HashSet<>();
    for (int n = 0; n < 12; n++) {
      taken.add(NationalIdentifier.next(sender, Messages.AT, taken));
    }
    assertThat(taken)
        .hasSize(12)
        .contains(
            "65230000000000_20161209160430_0",
            "65230000000000_20161209160430_9",
            "65230000000000_20161209160431_0",
            "65230000000000_20161209160431_1");
  }

  @Test
  void theIdentifierTellsBeijingTimeAcrossMidnight() {
    var sender = Messages.sender(Messages.changji());
    assertThat(NationalIdentifier.first(sender, Instant.parse("2016-12-31T16:00:00Z")))
        .isEqualTo("65230000000000_20170101000000_0");
  }

  private String severity(ChangeKind kind, WarningLevel from, WarningLevel to) throws Exception {
    return Xml.read(finished(message(kind, from, to)))
        .getElementsByTagName("severity")
        .item(0)
        .getTextContent();
  }

  private static Message message(ChangeKind kind, WarningLevel from, WarningLevel to) {
    return Messages.message(
        Messages.announcement(Messages.changji(), Mode.LIVE, kind, from, to, Response.COLOURED));
  }

  private String finished(Message message) {
    return form.finish(form.draft(message), new Stamp(IDENTIFIER, Messages.AT));
  }
}
