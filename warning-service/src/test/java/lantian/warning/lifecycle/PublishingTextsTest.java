package lantian.warning.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lantian.kit.security.Role;
import lantian.warning.publication.Sha256;
import lantian.warning.publication.signature.Signing;
import lantian.warning.publication.xml.Xml;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.w3c.dom.Document;

/** What goes out of a published revision, is kept as it went out, and may go out again. */
class PublishingTextsTest extends Lifecycle {
  @Autowired Signing signing;

  @Test
  void everyRevisionHasItsDocumentsAndRefersToThoseBefore() throws Exception {
    var id = anOrangeWarning(CHANGJI);
    pass(Duration.ofHours(24));
    decide(forecast(CHANGJI, RED), "li", "zhao");
    pass(Duration.ofHours(24));
    done(office("wang"), done(office("zhang"), forecast(CHANGJI, CLEAN), "submit"), "approve");

    var first = signing.verifying().verify(cap(id, "?revision=1"));
    var second = signing.verifying().verify(cap(id, "?revision=2"));
    var last = signing.verifying().verify(cap(id, ""));
    assertThat(text(first, "msgType")).isEqualTo("Alert");
    assertThat(text(second, "msgType")).isEqualTo("Update");
    assertThat(text(last, "msgType")).isEqualTo("Update");
    assertThat(text(last, "responseType")).isEqualTo("AllClear");
    assertThat(text(last, "identifier")).isEqualTo(id + ".3");
    assertThat(text(last, "references")).isEqualTo(reference(first) + " " + reference(second));
    assertThat(text(second, "headline")).isEqualTo("昌吉州重污染天气预警升级为红色预警");

    var national = office("zhang").get("/api/v1/warnings/" + id + "/cap-cn");
    assertThat(national.status()).isEqualTo(200);
    assertThat(national.body())
        .containsPattern("<identifier>65230000000000_\\d{14}_0</identifier>");
    assertThat(national.body()).contains("<severity>Red</severity>", "<msgType>Update</msgType>");
  }

  @Test
  void aCountySpeaksInTheNameOfItsCity() throws Exception {
    var alert = Xml.read(cap(anOrangeWarning(DENGKOU), ""));
    assertThat(text(alert, "sender")).isEqualTo("150800@lantian.example");
    assertThat(text(alert, "senderName")).isEqualTo("巴彦淖尔市重污染天气应急指挥部");
    assertThat(text(alert, "areaDesc")).isEqualTo("磴口县");
  }

  @Test
  void whatWentOutNeverChanges() {
    var id = anOrangeWarning(CHANGJI);
    var before = cap(id, "");
    for (var change :
        List.of(
            "update publication set cap = 'x'",
            "update publication set texts = '{}'",
            "update publication set correction_texts = '{}'",
            "delete from publication",
            "update dissemination set outcome = 'FAILED'",
            "delete from dissemination")) {
      assertThatThrownBy(() -> sql.sql(change).update())
          .as(change)
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("only added to");
    }
    pass(Duration.ofHours(20));
    assertThat(cap(id, "")).isEqualTo(before);
  }

  @Test
  void whereItWentIsWrittenDownAndItMayGoAgainWordForWord() {
    var id = anOrangeWarning(CHANGJI);
    var path = "/api/v1/warnings/" + id;
    var log = office("zhang").get(path + "/disseminations").json();
    List<String> channels = new ArrayList<>();
    for (var row : log.at("/items")) {
      channels.add(text(row, "/channel") + " " + text(row, "/outcome"));
      assertThat(row.at("/by").isNull()).isTrue();
      assertThat(text(row, "/at")).isEqualTo(time(now()));
    }
    assertThat(channels)
        .containsExactly("cap PUBLISHED", "cap-cn PUBLISHED", "feed PUBLISHED", "json PUBLISHED");
    assertThat(text(log, "/items/0/sha256")).isEqualTo(Sha256.of(cap(id, "")));

    var before = cap(id, "");
    pass(Duration.ofHours(3));
    var again =
        rest.as(Role.PUBLICITY, "chen").post(path + "/republish", Map.of("reason", "电视台请求"));
    assertThat(again.status()).as(again.body()).isEqualTo(200);
    assertThat(again.json().at("/items").size()).isEqualTo(8);
    assertThat(text(again.json(), "/items/4/by")).isEqualTo("chen");
    assertThat(text(again.json(), "/items/4/reason")).isEqualTo("电视台请求");
    assertThat(text(again.json(), "/items/4/at")).isEqualTo(time(now()));
    for (int i = 0; i < 4; i++) {
      assertThat(text(again.json(), "/items/" + (4 + i) + "/sha256"))
          .isEqualTo(text(again.json(), "/items/" + i + "/sha256"));
    }
    assertThat(cap(id, "")).isEqualTo(before);
    assertThat(rest.get("/public/feed.atom").body()).contains("<updated>" + time(now()));
  }

  @Test
  void whoHasNoPartInThePlaceDoesNotHaveItToldAgain() {
    var id = anOrangeWarning(CHANGJI);
    var path = "/api/v1/warnings/" + id;
    assertThat(rest.as(Role.OFFICE, "o", DENGKOU).post(path + "/republish", null).status())
        .isEqualTo(403);
    assertThat(rest.as(Role.OFFICE, "o", DENGKOU).get(path + "/cap").status()).isEqualTo(403);
    assertThat(rest.as(Role.OFFICE, "o", DENGKOU).get(path + "/disseminations").status())
        .isEqualTo(403);
    var unknown = "/api/v1/warnings/00000000-0000-0000-0000-000000000001";
    assertThat(office("o").get(unknown + "/cap").status()).isEqualTo(404);
    assertThat(office("o").get(unknown + "/disseminations").status()).isEqualTo(404);
    assertThat(office("o").post(unknown + "/republish", null).status()).isEqualTo(404);
    assertThat(office("o").get(path + "/cap?revision=9").status()).isEqualTo(404);
  }

  @Test
  void theTextsAreThereBeforeAnybodyApproves() {
    var proposal = forecast(CHANGJI, ORANGE);
    var path = "/api/v1/proposals/" + text(proposal, "/id") + "/publication";
    var preview = rest.as(Role.HEADQUARTERS).get(path);
    assertThat(preview.status()).as(preview.body()).isEqualTo(200);
    assertThat(text(preview.json(), "/texts/headline/zh")).isEqualTo("昌吉州发布重污染天气橙色预警");
    assertThat(text(preview.json(), "/messageType")).isEqualTo("ALERT");
    assertThat(text(preview.json(), "/documents/cap")).contains("{identifier}", "<msgType>Alert");
    assertThat(preview.json().at("/findings").size()).isLessThanOrEqualTo(1);
    assertThat(rest.as(Role.LIAISON, "x", CHANGJI).get(path).status()).isEqualTo(403);
    assertThat(sql.sql("select count(*) from publication").query(Long.class).single()).isZero();
  }

  @Test
  void whatIsNotFitToBePublishedIsNotPutForward() {
    var proposal = forecast(CHANGJI, ORANGE);
    pass(Duration.ofDays(9));
    var preview =
        office("zhang").get("/api/v1/proposals/" + text(proposal, "/id") + "/publication").json();
    assertThat(preview.at("/findings").valueStream().map(f -> text(f, "/code")))
        .contains("lint-end-is-past");
    assertThat(text(preview, "/findings/0/detail/zh")).isNotBlank();
    var refused = act(office("zhang"), proposal, "submit");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(text(refused.json(), "/errors/0/pointer")).isEqualTo("/validTo");
    assertThat(text(refused.json(), "/errors/0/code")).isEqualTo("lint-end-is-past");
    assertThat(text(refused.json(), "/errors/0/detail")).isEqualTo("结束时间已经过去。");
    var english =
        office("zhang")
            .inEnglish()
            .ifMatch(proposal.at("/version").longValue())
            .post("/api/v1/proposals/" + text(proposal, "/id") + "/submit", null);
    assertThat(text(english.json(), "/errors/0/detail")).isEqualTo("The end is past.");
    assertThat(sql.sql("select state from proposal").query(String.class).single())
        .isEqualTo("OPEN");
  }

  private void decide(tools.jackson.databind.JsonNode proposal, String first, String second) {
    var once = done(headquarters(first), done(office("zhang"), proposal, "submit"), "approve");
    done(headquarters(second), once, "approve");
  }

  private String cap(String id, String query) {
    var answer = rest.as(Role.LIAISON).get("/api/v1/warnings/" + id + "/cap" + query);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/cap+xml");
    return answer.body();
  }

  private static String reference(Document alert) {
    return text(alert, "sender") + "," + text(alert, "identifier") + "," + text(alert, "sent");
  }

  private static String text(Document document, String name) {
    return document.getElementsByTagNameNS("*", name).item(0).getTextContent();
  }
}
