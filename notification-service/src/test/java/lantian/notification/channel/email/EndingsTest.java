package lantian.notification.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import lantian.events.DeliveryPurpose;
import lantian.events.FailureReason;
import lantian.events.Mode;
import lantian.notification.MailServer;
import lantian.notification.MailServer.Behaviour;
import lantian.notification.MailServer.Step;
import lantian.notification.NotificationSettings.Security;
import lantian.notification.delivery.CallOutcome;
import lantian.notification.delivery.CallOutcome.Fault;
import lantian.notification.delivery.CallOutcome.GiveUp;
import lantian.notification.delivery.CallOutcome.TryAgain;
import lantian.notification.delivery.CallOutcome.Unknown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How a conversation can end, and what that says about the mail. */
class EndingsTest {
  private final MailServer server = new MailServer();

  @AfterEach
  void close() {
    server.close();
  }

  private CallOutcome send() {
    return Mails.channel(Mails.settings(server.port(), Security.NONE))
        .send(Mails.message(), Mails.latest());
  }

  @Test
  void aMailThatIsTakenIsSent() {
    assertThat(send()).isEqualTo(new CallOutcome.Sent("SMTP 250"));
    assertThat(server.mails()).hasSize(1);
    assertThat(server.mails().getFirst().from()).isEqualTo("lantian@office.example");
    assertThat(server.mails().getFirst().to()).isEqualTo(Mails.ADDRESS);
  }

  @Test
  void aMailThatComesTooLateIsNotEnded() {
    var late = System.nanoTime() - 1;

    var outcome =
        Mails.channel(Mails.settings(server.port(), Security.NONE)).send(Mails.message(), late);

    assertThat(outcome).isInstanceOf(TryAgain.class);
    assertThat(server.conversations()).isEqualTo(1);
    assertThat(server.mails()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GREETING, 421 busy, FAR_SIDE, SMTP 421 at the greeting",
    "GREETING, 554 no service here, FAR_SIDE, SMTP 554 at the greeting",
    "SENDER, 451 later, FAR_SIDE, SMTP 451 at the sender",
    "SENDER, 550 you may not, FAR_SIDE, SMTP 550 at the sender",
    "RECIPIENT, 450 wang.fang is greylisted, THIS_ONE, SMTP 450 at the recipient",
    "RECIPIENT, 452 full, THIS_ONE, SMTP 452 at the recipient",
    "RECIPIENT, 421 closing, FAR_SIDE, SMTP 421 at the recipient",
    "RECIPIENT, 530 authenticate, FAR_SIDE, SMTP 530 at the recipient",
    "DATA, 451 later, THIS_ONE, SMTP 451 at the message",
    "END, 451 later, THIS_ONE, SMTP 451 at the end of the message",
    "END, 421 closing, FAR_SIDE, SMTP 421 at the end of the message"
  })
  void whatTheServerPutsOffIsTriedAgain(Step at, String answer, Fault fault, String detail) {
    server.always(Behaviour.says(at, answer));

    assertThat(send()).isEqualTo(new TryAgain(detail, Duration.ZERO, fault));
  }

  @ParameterizedTest
  @CsvSource({
    "RECIPIENT, 550 no such wang.fang, SMTP 550 at the recipient",
    "RECIPIENT, 554 not for us, SMTP 554 at the recipient",
    "DATA, 554 no, SMTP 554 at the message",
    "END, 550 looks like spam, SMTP 550 at the end of the message",
    "END, 554 failed, SMTP 554 at the end of the message"
  })
  void whatTheServerRefusesForGoodIsGivenUp(Step at, String answer, String detail) {
    server.always(Behaviour.says(at, answer));

    assertThat(send()).isEqualTo(new GiveUp(FailureReason.REFUSED, detail));
  }

  @ParameterizedTest
  @EnumSource(value = Step.class, names = "END", mode = EnumSource.Mode.EXCLUDE)
  void aConnectionLostBeforeTheEndOfTheMessageLeftNothingBehind(Step at) {
    server.always(Behaviour.drops(at));

    assertThat(send()).isInstanceOf(TryAgain.class);
    assertThat(server.mails()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = Step.class, names = "END", mode = EnumSource.Mode.EXCLUDE)
  void aServerThatFallsSilentBeforeTheEndOfTheMessageHasNothing(Step at) {
    server.always(Behaviour.hangs(at));

    assertThat(send()).isInstanceOf(TryAgain.class);
  }

  @Test
  void aConnectionLostAfterTheFinalDotLeavesItUnknown() {
    server.always(Behaviour.drops(Step.END));

    assertThat(send()).isInstanceOf(Unknown.class);
    assertThat(server.mails()).as("the server has it all the same").hasSize(1);
  }

  @Test
  void aServerThatFallsSilentAfterTheFinalDotLeavesItUnknown() {
    server.always(Behaviour.hangs(Step.END));

    assertThat(send())
        .isEqualTo(new Unknown("no answer at the end of the message: SocketTimeoutException"));
  }

  @Test
  void anAnswerThatIsNoneLeavesItUnknown() {
    server.always(Behaviour.says(Step.END, "what?"));

    assertThat(send()).isInstanceOf(Unknown.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = Step.class,
      names = {"GREETING", "RECIPIENT", "END"})
  void aServerThatTalksWithoutEndIsCutOff(Step at) {
    server.always(Behaviour.dribbles(at));

    long began = System.nanoTime();
    var outcome = send();

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    assertThat(outcome).isInstanceOf(at == Step.END ? Unknown.class : TryAgain.class);
  }

  @Test
  void aServerThatIsNotThereIsTriedAgain() throws Exception {
    int port;
    try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }

    var outcome =
        Mails.channel(Mails.settings(port, Security.NONE)).send(Mails.message(), Mails.latest());

    assertThat(outcome).isInstanceOf(TryAgain.class);
    assertThat(outcome.detail()).startsWith("no answer at the greeting");
  }

  @Test
  void aServerThatOffersNoEncryptionGetsNothing() {
    var outcome =
        Mails.channel(Mails.settings(server.port(), Security.STARTTLS))
            .send(Mails.message(), Mails.latest());

    assertThat(outcome).isInstanceOf(TryAgain.class);
    assertThat(server.mails()).isEmpty();
  }

  @Test
  void noEndingTellsTheAddressOrTheServersWords() {
    server.always(Behaviour.says(Step.RECIPIENT, "550 no such wang.fang@zjj.example"));

    assertThat(send().toString()).doesNotContain("wang", "zjj", "such");
  }

  @Test
  void anAddressThatIsNoneNeverGetsAsFarAsTheServer() {
    var message =
        Mails.message(
            "w@x.example>\r\nRCPT TO:<y@x.example",
            "王芳",
            Mode.LIVE,
            DeliveryPurpose.LEVEL_CHANGE,
            false,
            "停工");

    var outcome =
        Mails.channel(Mails.settings(server.port(), Security.NONE)).send(message, Mails.latest());

    assertThat(outcome)
        .isEqualTo(
            new GiveUp(
                FailureReason.TARGET_NOT_ALLOWED, "the target is not allowed: NOT_AN_ADDRESS"));
    assertThat(server.conversations()).isZero();
  }

  @Test
  void withoutAServerNothingCanBeSent() {
    assertThat(Mails.channel(Optional.empty()).send(Mails.message(), Mails.latest()))
        .isEqualTo(new GiveUp(FailureReason.TARGET_NOT_ALLOWED, "e-mail is off here"));
  }
}
