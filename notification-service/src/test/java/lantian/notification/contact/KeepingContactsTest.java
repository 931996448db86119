package lantian.notification.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import lantian.events.Channel;
import lantian.kit.security.Role;
import lantian.notification.Liaisons;
import lantian.notification.OnNotificationService;
import lantian.testing.Rest;
import lantian.testing.Rest.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@OnNotificationService
class KeepingContactsTest {
  private static final String HOOK = "https://93.184.215.14/hook";

  @Autowired Rest rest;

  private final String unit = Liaisons.newUnit();

  private Answer enter(Map<String, Object> contact) {
    return rest.as(Role.OFFICE).post("/api/v1/contacts", contact);
  }

  private Map<String, Object> contact() {
    return Liaisons.contact(unit, "王芳", HOOK);
  }

  private Map<String, Object> contactWith(String field, Object value) {
    var contact = new LinkedHashMap<>(contact());
    contact.put(field, value);
    return contact;
  }

  private Rest office() {
    return rest.as(Role.OFFICE);
  }

  @Test
  void aSecretThatTheServiceMadeIsShownOnce() {
    var entered = enter(contact());

    assertThat(entered.status()).isEqualTo(201);
    assertThat(entered.header("etag")).isEqualTo("\"1\"");
    assertThat(Secrets.isOne(entered.json().get("secret").asString())).isTrue();
    var path = "/api/v1/contacts/" + entered.json().get("id").asString();
    assertThat(entered.header("location")).isEqualTo(path);
    assertThat(office().get(path).json().has("secret")).isFalse();
    assertThat(office().get(path).json().get("target").asString()).isEqualTo(HOOK);
    assertThat(office().get("/api/v1/contacts?unit=" + unit).body()).doesNotContain("whsec_");
  }

  @Test
  void aContactByMailHasAnAddressAndNoSecret() {
    var mail = Liaisons.byMail(unit, "王芳", "wang.fang@zjj.example");

    var entered = enter(mail);

    assertThat(entered.status()).as(entered.body()).isEqualTo(201);
    assertThat(entered.json().has("secret")).isFalse();
    assertThat(entered.json().get("channel").asString()).isEqualTo("EMAIL");
    var path = "/api/v1/contacts/" + entered.json().get("id").asString();
    assertThat(office().get(path).json().get("target").asString())
        .isEqualTo("wang.fang@zjj.example");
    assertThat(enter(mail).status()).isEqualTo(409);
    assertThat(enter(contact()).status()).as("beside a webhook").isEqualTo(201);
    mail.put("target", "li.qiang@zjj.example");
    assertThat(office().ifMatch(1).put(path, mail).status()).isEqualTo(200);
    assertThat(office().ifMatch(2).delete(path).status()).isEqualTo(204);
  }

  @Test
  void aContactByMailBringsNoSecret() {
    var mail = Liaisons.byMail(unit, "王芳", "wang.fang@zjj.example");
    mail.put("secret", new Secrets().next());

    var answer = enter(mail);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("secret-unused");
  }

  @Test
  void aContactDoesNotMoveToAnotherChannel() {
    var path = "/api/v1/contacts/" + enter(contact()).json().get("id").asString();

    var answer =
        office().ifMatch(1).put(path, Liaisons.byMail(unit, "王芳", "wang.fang@zjj.example"));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/channel");
    assertThat(answer.json().at("/errors/0/detail").asString()).contains("通道不能更改");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://93.184.215.14/hook",
        "wang.fang",
        "a@b",
        "王芳@zjj.example",
        "a@zjj.example\r\nBcc: x@y.example"
      })
  void whatIsNoMailAddressIsRefusedInTheReadersLanguage(String target) {
    var mail = Liaisons.byMail(unit, "王芳", target);

    var chinese = enter(mail);
    var english = office().inEnglish().post("/api/v1/contacts", mail);

    assertThat(chinese.status()).as(chinese.body()).isEqualTo(422);
    assertThat(chinese.json().at("/errors/0/pointer").asString()).isEqualTo("/target");
    assertThat(chinese.json().at("/errors/0/code").asString()).isEqualTo("target-not-an-address");
    assertThat(chinese.json().at("/errors/0/detail").asString()).contains("电子邮件地址");
    assertThat(english.json().at("/errors/0/detail").asString()).contains("mail address");
  }

  @Test
  void whoGotNoAnswerHasTheContactByAskingAgainButNotTheSecret() {
    var keyed = office().with("Idempotency-Key", UUID.randomUUID().toString());
    var entered = keyed.post("/api/v1/contacts", contact());
    var again = keyed.post("/api/v1/contacts", contact());

    assertThat(entered.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(201);
    assertThat(entered.json().has("secret")).isTrue();
    assertThat(again.json().has("secret")).isFalse();
    assertThat(again.header("idempotent-withheld")).isEqualTo("/secret");
    assertThat(again.json().get("id")).isEqualTo(entered.json().get("id"));
    assertThat(again.header("location")).isEqualTo(entered.header("location"));
    assertThat(enter(contact()).status()).as("without a key it is there already").isEqualTo(409);
  }

  @Test
  void aSecretThatSomebodyBringsIsNotShown() {
    var entered = enter(contactWith("secret", new Secrets().next()));

    assertThat(entered.status()).isEqualTo(201);
    assertThat(entered.json().has("secret")).isFalse();
  }

  @Test
  void aChangeNeedsTheVersionThatStands() {
    var path = "/api/v1/contacts/" + enter(contact()).json().get("id").asString();
    var changed = contactWith("name", "李强");

    assertThat(office().put(path, changed).status()).isEqualTo(428);
    assertThat(office().ifMatch(7).put(path, changed).status()).isEqualTo(412);
    assertThat(office().get(path).json().get("name").asString()).isEqualTo("王芳");
    var done = office().ifMatch(1).put(path, changed);
    assertThat(done.status()).isEqualTo(200);
    assertThat(done.header("etag")).isEqualTo("\"2\"");
    assertThat(done.json().get("name").asString()).isEqualTo("李强");
    assertThat(done.json().has("secret")).isFalse();
    assertThat(office().ifMatch(1).delete(path).status()).isEqualTo(412);
    assertThat(office().delete(path).status()).isEqualTo(428);
    assertThat(office().ifMatch(2).delete(path).status()).isEqualTo(204);
    assertThat(office().get(path).status()).isEqualTo(404);
  }

  @Test
  void aContactDoesNotMoveToAnotherUnit() {
    var path = "/api/v1/contacts/" + enter(contact()).json().get("id").asString();

    var answer = office().ifMatch(1).put(path, contactWith("unit", Liaisons.newUnit()));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/unit");
  }

  @Test
  void theSameTargetTwiceIsAConflict() {
    enter(contact());

    var again = enter(contactWith("name", "李强"));

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.json().get("detail").asString()).contains(unit);
  }

  @ParameterizedTest
  @CsvSource({
    "jurisdiction, 6523, jurisdiction-code",
    "unit, 住建局, unit-code",
    "name, ' ', required",
    "name, 'a\u200Bb', contact-name",
    "name, 'a\u202Eb', control-character",
    "secret, whsec_short, secret",
    "secret, secret, secret",
    "target, not a url, target-not-a-url",
    "target, mailto:a@b.cn, target-not-a-url",
    "target, http://93.184.215.14/hook, target-scheme",
    "target, ftp://93.184.215.14/hook, target-scheme",
    "target, https://10.0.0.1/hook, target-address",
    "target, https://user@93.184.215.14/hook, target-user-info",
    "target, https://93.184.215.14:22/hook, target-port"
  })
  void aFieldThatBreaksARuleIsNamed(String field, String value, String rule) {
    var answer = enter(contactWith(field, value));

    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/" + field);
    assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo(rule);
    assertThat(answer.json().at("/errors/0/detail").asString()).isNotBlank();
  }

  @Test
  void everyFieldThatIsMissingIsNamedInTheReadersLanguage() {
    var chinese = office().post("/api/v1/contacts", Map.of());
    var english = office().inEnglish().post("/api/v1/contacts", Map.of());

    assertThat(chinese.status()).isEqualTo(422);
    assertThat(chinese.json().get("errors").valueStream().map(e -> e.get("pointer").asString()))
        .containsExactlyInAnyOrder("/jurisdiction", "/unit", "/name", "/channel", "/target");
    assertThat(chinese.json().get("title").asString()).isEqualTo("内容不符合规则");
    assertThat(english.json().get("title").asString()).isEqualTo("A rule is broken");
    assertThat(english.json().at("/errors/0/detail").asString()).isEqualTo("This is required.");
  }

  @Test
  void aBodyThatCannotBeReadIsRefused() {
    assertThat(enter(contactWith("phone", "13800000000")).status()).isEqualTo(400);
    assertThat(enter(contactWith("channel", "PIGEON")).status()).isEqualTo(400);
    assertThat(enter(contactWith("active", "yes")).status()).isEqualTo(400);
    assertThat(office().post("/api/v1/contacts", "[]").status()).isEqualTo(400);
    assertThat(office().get("/api/v1/contacts?unit=" + unit).json().get("items")).isEmpty();
  }

  @Test
  void aLiaisonSeesTheOwnUnitAndChangesNothing() {
    var id = enter(contact()).json().get("id").asString();
    var liaison = rest.asLiaisonOf(unit, "652300");

    assertThat(liaison.get("/api/v1/contacts").json().get("items")).hasSize(1);
    assertThat(liaison.get("/api/v1/contacts/" + id).status()).isEqualTo(200);
    assertThat(liaison.post("/api/v1/contacts", contact()).status()).isEqualTo(403);
    assertThat(liaison.ifMatch(1).put("/api/v1/contacts/" + id, contact()).status()).isEqualTo(403);
    assertThat(liaison.ifMatch(1).delete("/api/v1/contacts/" + id).status()).isEqualTo(403);
    var other = rest.asLiaisonOf("other", "652300");
    assertThat(other.get("/api/v1/contacts?unit=" + unit).json().get("items")).isEmpty();
    assertThat(other.get("/api/v1/contacts/" + id).status()).isEqualTo(403);
  }

  @Test
  void anOfficeOfAnotherJurisdictionMayNot() {
    var id = enter(contact()).json().get("id").asString();
    var other = rest.as(Role.OFFICE, "bob", "150822");

    assertThat(other.post("/api/v1/contacts", contact()).status()).isEqualTo(403);
    assertThat(other.get("/api/v1/contacts/" + id).status()).isEqualTo(403);
    assertThat(other.get("/api/v1/contacts?jurisdiction=652300").status()).isEqualTo(403);
    assertThat(other.ifMatch(1).delete("/api/v1/contacts/" + id).status()).isEqualTo(403);
  }

  @Test
  void aPrefectureActsForItsCountiesAndNoOther() {
    var county = new LinkedHashMap<>(contact());
    county.put("jurisdiction", "150822");
    var prefecture = rest.as(Role.OFFICE, "carol", "150800");

    var entered = prefecture.post("/api/v1/contacts", county);

    assertThat(entered.status()).as(entered.body()).isEqualTo(201);
    assertThat(prefecture.get("/api/v1/contacts?unit=" + unit).json().get("items")).hasSize(1);
    var other = rest.as(Role.OFFICE, "dave", "150900");
    assertThat(other.post("/api/v1/contacts", county).status()).isEqualTo(403);
    assertThat(other.get("/api/v1/contacts?unit=" + unit).json().get("items")).isEmpty();
    assertThat(other.get("/api/v1/deliveries?jurisdiction=150822").status()).isEqualTo(403);
    assertThat(prefecture.get("/api/v1/deliveries?jurisdiction=150822").status()).isEqualTo(200);
    assertThat(prefecture.get("/api/v1/deliveries").status()).isEqualTo(200);
  }

  @Test
  void neitherNameNorTargetNorSecretIsInTheTextThatALogWouldShow() {
    var contact =
        new Contact(
            new ContactId(UUID.randomUUID()),
            "652300",
            "zjj",
            "王芳",
            Channel.WEBHOOK,
            HOOK,
            new Secrets().next(),
            Rank.LIAISON,
            true,
            1);

    assertThat(contact.toString()).doesNotContain("王芳", "93.184", "whsec_");
  }
}
