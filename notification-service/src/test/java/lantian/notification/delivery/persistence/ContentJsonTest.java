package lantian.notification.delivery.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import lantian.events.ChangeKind;
import lantian.events.DutiesAssigned;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.notification.Duties;
import lantian.notification.delivery.Content;
import lantian.notification.delivery.DutyList;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

/** What a message says comes out of the row as it was put in, with its duties in one piece. */
class ContentJsonTest {
  private final DutiesAssigned event = Duties.assigned(UUID.randomUUID(), 1, "zjj");
  private final Content content = content(DutyList.of(event.duties()));

  @Test
  void whatIsReadIsWrittenAgainToTheLetter() {
    var written = ContentJson.write(content);
    assertThat(ContentJson.write(ContentJson.read(written))).isEqualTo(written);
  }

  @Test
  void eachDutyCanStillBeAskedFor() {
    var read = ContentJson.read(ContentJson.write(content));
    assertThat(read.duties().size()).isEqualTo(event.duties().size()).isPositive();
    assertThat(read.duties().all()).isEqualTo(event.duties());
    assertThat(read.text()).isEqualTo(content.text());
    assertThat(read.at()).isEqualTo(content.at());
  }

  @Test
  void aStandDownListsNone() {
    var read = ContentJson.read(ContentJson.write(content(DutyList.of(List.of()))));
    assertThat(read.duties().size()).isZero();
    assertThat(read.duties().all()).isEmpty();
    assertThat(read.duties().asKept()).contains("[]");
  }

  /** A row of before has its fields in another order, and blanks between them. */
  @Test
  void theOrderOfTheFieldsDoesNotMatter() {
    var read =
        ContentJson.read(
            """
            {"duties": [ {"code": "a]", "clause": {"x": []}}, {"code": "二"} ], "at": "2016-12-09T16:00:00+08:00",
             "to": "RED", "from": "NONE", "kind": "RAISE", "text": {"zh": "文", "en": "text"},
             "unitName": "住建局", "unitNameEn": "Housing", "jurisdictionName": "昌吉州"}
            """);
    assertThat(read.duties().size()).isEqualTo(2);
    assertThat(read.duties().asKept())
        .contains("[ {\"code\": \"a]\", \"clause\": {\"x\": []}}, {\"code\": \"二\"} ]");
    assertThat(read.to()).isEqualTo(WarningLevel.RED);
  }

  @Test
  void dutiesThatAreNoListAreRefused() {
    var written = ContentJson.write(content(DutyList.of(List.of()))).replace("[]", "{}");
    assertThatThrownBy(() -> ContentJson.read(written)).isInstanceOf(JacksonException.class);
  }

  private static Content content(DutyList duties) {
    return new Content(
        ChangeKind.RAISE,
        WarningLevel.NONE,
        WarningLevel.RED,
        "昌吉州",
        "住建局",
        "Housing",
        Duties.AT,
        Duties.AT,
        null,
        new Text("原文。", "The message."),
        duties,
        null);
  }
}
