package lantian.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMultipart;
import java.util.UUID;
import lantian.events.EventType;
import lantian.notification.Duties;
import lantian.notification.Liaisons;
import lantian.notification.MailServer;
import lantian.notification.MailServer.Behaviour;
import lantian.notification.MailServer.Step;
import lantian.notification.OnNotificationService;
import lantian.notification.Receiver;
import lantian.testing.Rest;
import lantian.testing.TopicProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A liaison who is told by mail: the same states and events as by webhook. */
@OnNotificationService
class MailsTest {
  @Autowired TopicProbe topics;
  @Autowired Liaisons liaisons;
  @Autowired MailServer mail;
  @Autowired Rest rest;

  private final UUID warning = UUID.randomUUID();
  private final String unit = Liaisons.newUnit();
  private final String address = unit + "@zjj.example";

  @AfterEach
  void reset() {
    mail.reset();
  }

  @Test
  void aLevelChangeIsMailedOnceAndToldAsSentByEmail() throws Exception {
    liaisons.enterByMail(unit, address);

    topics.send(Duties.assigned(warning, 1, unit));

    liaisons.awaitStates(warning, "ACCEPTED");
    assertThat(mail.mailsTo(address)).hasSize(1);
    assertThat(mail.mailsTo(address).getFirst().subject()).contains("橙色预警", "任务 2 项");
    var told = liaisons.awaitTold(warning, 1);
    assertThat(told.getFirst().is(EventType.DELIVERY_SENT)).isTrue();
    assertThat(told.getFirst().body().get("channel").asString()).isEqualTo("EMAIL");
    var delivery = liaisons.onlyDeliveryOf(warning);
    assertThat(delivery.at("/delivery/channel").asString()).isEqualTo("EMAIL");
    var text = (MimeMultipart) mail.mailsTo(address).getFirst().parsed().getContent();
    assertThat((String) text.getBodyPart(0).getContent())
        .contains(delivery.at("/delivery/text/zh").asString(), "停止土石方作业");
  }

  @Test
  void aUnitIsToldByEveryChannelItHas() {
    try (var receiver = new Receiver()) {
      liaisons.enterByMail(unit, address);
      liaisons.enter(unit, receiver.url());

      topics.send(Duties.assigned(warning, 1, unit));

      liaisons.awaitStates(warning, "ACCEPTED", "ACCEPTED");
      assertThat(receiver.received()).hasSize(1);
      assertThat(mail.mailsTo(address)).hasSize(1);
    }
  }

  @Test
  void aMailWhoseEndIsUnknownIsRepeatedOnceMarkedUnderTheSameName() throws Exception {
    mail.next(Behaviour.drops(Step.END));
    liaisons.enterByMail(unit, address);

    topics.send(Duties.assigned(warning, 1, unit));

    liaisons.awaitStates(warning, "ACCEPTED");
    var mails = mail.mailsTo(address);
    assertThat(mails).hasSize(2);
    assertThat(mails.getFirst().subject()).doesNotContain("重发");
    assertThat(mails.getLast().subject()).startsWith("【重发，如已收到请忽略】");
    assertThat(mails.getLast().parsed().getMessageID())
        .isEqualTo(mails.getFirst().parsed().getMessageID());
    assertThat(liaisons.outcomesOf(warning)).containsExactly("UNKNOWN", "SENT");
  }

  @Test
  void aMailThatIsNeverAnsweredIsSentTwiceAndNoMore() {
    mail.always(Behaviour.drops(Step.END));
    liaisons.enterByMail(unit, address);

    topics.send(Duties.assigned(warning, 1, unit));

    liaisons.awaitStates(warning, "PERM_FAIL");
    assertThat(mail.mailsTo(address)).hasSize(2);
    assertThat(liaisons.onlyDeliveryOf(warning).at("/delivery/reason").asString())
        .isEqualTo("GAVE_UP");
  }

  @Test
  void aMailboxThatDoesNotExistFailsAtOnceAndOthersGetTheirs() {
    mail.next(Behaviour.says(Step.RECIPIENT, "550 no such user"));
    liaisons.enterByMail(unit, address);
    topics.send(Duties.assigned(warning, 1, unit));
    liaisons.awaitStates(warning, "PERM_FAIL");
    var other = UUID.randomUUID();
    var otherUnit = Liaisons.newUnit();
    liaisons.enterByMail(otherUnit, otherUnit + "@zjj.example");

    topics.send(Duties.assigned(other, 1, otherUnit));

    liaisons.awaitStates(other, "ACCEPTED");
    assertThat(mail.mailsTo(address)).isEmpty();
    var delivery = liaisons.onlyDeliveryOf(warning);
    assertThat(delivery.at("/delivery/reason").asString()).isEqualTo("REFUSED");
    assertThat(delivery.at("/delivery/detail").asString()).isEqualTo("SMTP 550 at the recipient");
    assertThat(liaisons.outcomesOf(warning)).containsExactly("GIVE_UP");
  }

  @Test
  void aMailboxThatIsFullForAMomentGetsItsMailLater() {
    mail.next(
        Behaviour.says(Step.RECIPIENT, "452 full"), Behaviour.says(Step.GREETING, "421 busy"));
    liaisons.enterByMail(unit, address);

    topics.send(Duties.assigned(warning, 1, unit));

    liaisons.awaitStates(warning, "ACCEPTED");
    assertThat(mail.mailsTo(address)).hasSize(1);
    assertThat(mail.mailsTo(address).getFirst().subject()).doesNotContain("重发");
    assertThat(liaisons.outcomesOf(warning)).containsExactly("TRY_AGAIN", "TRY_AGAIN", "SENT");
  }
}
