package lantian.notification;

import static org.assertj.core.api.Assertions.assertThat;

import lantian.kit.security.Role;
import lantian.testing.BrokerAndDatabase;
import lantian.testing.Rest;
import lantian.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The service as it runs in a real deployment. */
@SpringBootTest(
    classes = NotificationService.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.config.name=notification-service",
      "lantian.notification.link.key=" + OutsideTheLocalProfileTest.KEY
    })
@ContextConfiguration(initializers = BrokerAndDatabase.class)
@Import({TestTokens.class, Rest.class})
class OutsideTheLocalProfileTest {
  static final String KEY = "bGFudGlhbiBsYW50aWFuIGxhbnRpYW4gbGFudGlhbiA=";

  @Autowired Rest rest;

  @Test
  void theSameMachineIsNoTarget() {
    var contact = Liaisons.contact("zjj", "王芳", "https://127.0.0.1/hook");

    var answer = rest.as(Role.OFFICE).post("/api/v1/contacts", contact);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/target");
    assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("target-address");
    contact.put("target", "http://93.184.215.14/hook");
    assertThat(rest.as(Role.OFFICE).post("/api/v1/contacts", contact).status()).isEqualTo(422);
  }

  @Test
  void withoutAMailServerThereIsNoContactByMail() {
    var contact = Liaisons.byMail("zjj", "王芳", "wang.fang@zjj.example");

    var chinese = rest.as(Role.OFFICE).post("/api/v1/contacts", contact);
    var english = rest.as(Role.OFFICE).inEnglish().post("/api/v1/contacts", contact);

    assertThat(chinese.status()).as(chinese.body()).isEqualTo(422);
    assertThat(chinese.json().at("/errors/0/pointer").asString()).isEqualTo("/channel");
    assertThat(chinese.json().at("/errors/0/code").asString()).isEqualTo("channel-off");
    assertThat(chinese.json().at("/errors/0/detail").asString()).contains("未启用 EMAIL 通道");
    assertThat(english.json().at("/errors/0/detail").asString()).contains("EMAIL is off");
  }

  @Test
  void thereIsNoWayToMoveTheClockOrToAskWhatIsLeft() {
    assertThat(rest.as(Role.OPERATOR).get("/local/settled").status()).isIn(403, 404);
    assertThat(
            rest.as(Role.OPERATOR)
                .post("/local/clock", "{\"now\": \"2016-12-09T16:00:00+08:00\"}")
                .status())
        .isIn(403, 404);
  }
}
