package lantian.notification.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import lantian.events.DeliveryPurpose;
import lantian.events.Mode;
import lantian.notification.NotificationSettings.Email;
import lantian.notification.NotificationSettings.Security;
import lantian.notification.channel.OutgoingMessage;
import lantian.notification.delivery.CallOutcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail as a mail server receives it. */
class LettersTest {
  private final GreenMail mail =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
          });

  @BeforeEach
  void start() {
    mail.start();
  }

  @AfterEach
  void stop() {
    mail.stop();
  }

  private MimeMessage received(OutgoingMessage message) {
    var channel = Mails.channel(Mails.settings(mail.getSmtp().getPort(), Security.NONE));
    assertThat(channel.send(message, Mails.latest())).isInstanceOf(CallOutcome.Sent.class);
    assertThat(mail.getReceivedMessages()).hasSize(1);
    return mail.getReceivedMessages()[0];
  }

  private static String part(MimeMessage letter, int index) throws Exception {
    return (String) ((MimeMultipart) letter.getContent()).getBodyPart(index).getContent();
  }

  @Test
  void itSaysWhatAndForWhomInChineseWithTheListOfDuties() throws Exception {
    var letter = received(Mails.message());

    assertThat(letter.getSubject()).isEqualTo("昌吉州重污染天气橙色预警·发布：住房和城乡建设局任务 2 项");
    assertThat(MimeUtility.decodeText(letter.getHeader("From")[0]))
        .contains("蓝天重污染天气应急平台", "<lantian@office.example>");
    assertThat(MimeUtility.decodeText(letter.getHeader("To")[0]))
        .contains("王芳", "<" + Mails.ADDRESS + ">");
    assertThat(letter.getContentType()).startsWith("multipart/alternative");
    assertThat(part(letter, 0))
        .contains(
            "中文的内容。",
            "1. 停止土石方作业（措施：全部停止；时限：2016年12月9日18:04；佐证：现场照片）",
            "2. 停止拆除作业",
            "确认收到： https://lantian.example/a/a-token?x=1&y=2",
            "What it says in English.",
            Mails.ID.toString());
    assertThat(part(letter, 1))
        .contains(
            "<html lang=\"zh-CN\">",
            "<li",
            "停止土石方作业",
            "\"https://lantian.example/a/a-token?x=1&amp;y=2\"",
            "#f07800")
        .doesNotContain("演练", "重发", "<script", "<img");
  }

  @Test
  void itIsTheSameMailOnEveryAttemptAndNoMachineAnswersIt() throws Exception {
    var letter = received(Mails.message());

    assertThat(letter.getMessageID()).isEqualTo("<" + Mails.ID + "@office.example>");
    assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(letter.getHeader("X-Lantian-Mode")).containsExactly("LIVE");
    assertThat(letter.getSentDate()).isEqualTo("2026-11-22T08:00:00Z");
    assertThat(GreenMailUtil.getWholeMessage(letter)).doesNotContain("X-Mailer", "JavaMail");
  }

  @Test
  void aDrillSaysSoFirstAndLooksUnlikeAWarning() throws Exception {
    var letter =
        received(
            Mails.message(
                Mails.ADDRESS, "王芳", Mode.DRILL, DeliveryPurpose.LEVEL_CHANGE, false, "停工"));

    assertThat(letter.getSubject()).startsWith("【演练】");
    assertThat(letter.getHeader("X-Lantian-Mode")).containsExactly("DRILL");
    assertThat(part(letter, 1)).contains("\">【演练】昌吉州").doesNotContain("#f07800");
  }

  @Test
  void aRepeatSaysSoNextToThat() throws Exception {
    var letter =
        received(
            Mails.message(
                Mails.ADDRESS, "王芳", Mode.DRILL, DeliveryPurpose.LEVEL_CHANGE, true, "停工"));

    assertThat(letter.getSubject()).startsWith("【演练】【重发，如已收到请忽略】");
    assertThat(letter.getMessageID()).isEqualTo("<" + Mails.ID + "@office.example>");
  }

  @Test
  void anEscalationSaysSoInTheSubjectInWordsOfRoles() throws Exception {
    var letter = received(Mails.escalated());

    assertThat(letter.getSubject())
        .isEqualTo("【演练】【重发，如已收到请忽略】【升级提醒：由联络员转副职，30 分钟无人确认】" + "昌吉州重污染天气橙色预警·发布：住房和城乡建设局任务 2 项");
    assertThat(part(letter, 1)).contains("\">【演练】【重发，如已收到请忽略】【升级提醒：由联络员转副职");
  }

  @Test
  void aStandDownIsAboutTheLevelThatEndsAndHasNoList() throws Exception {
    var letter =
        received(
            Mails.message(Mails.ADDRESS, "王芳", Mode.LIVE, DeliveryPurpose.STAND_DOWN, false, "停工"));

    assertThat(letter.getSubject()).isEqualTo("昌吉州重污染天气橙色预警·解除：住房和城乡建设局应急任务终止");
    assertThat(part(letter, 0)).doesNotContain("任务清单");
    assertThat(part(letter, 1)).doesNotContain("<ol>");
  }

  @Test
  void whatAPersonEnteredIsTextAndNothingElse() throws Exception {
    var letter =
        received(
            Mails.message(
                Mails.ADDRESS,
                "王\r\nBcc: x@y.example",
                Mode.LIVE,
                DeliveryPurpose.LEVEL_CHANGE,
                false,
                "<b>停</b>\r\n.\r\n<script>alert(1)</script>{0}"));

    assertThat(letter.getHeader("Bcc")).isNull();
    assertThat(letter.getAllRecipients()).hasSize(1);
    assertThat(part(letter, 1)).contains("&lt;b&gt;停&lt;/b&gt;").doesNotContain("<b>停", "<script");
    assertThat(part(letter, 0)).contains("{0}");
  }

  @Test
  void theRawMailIsPlainAsciiInLinesThatEveryServerTakes() {
    var raw = GreenMailUtil.getWholeMessage(received(Mails.message()));

    assertThat(raw).matches(Pattern.compile("\\p{ASCII}*"));
    assertThat(raw.lines()).allMatch(line -> line.length() <= 998);
  }

  @Test
  void aServerWhoseCertificateNobodyVouchesForGetsNothing() {
    var channel = Mails.channel(Mails.settings(mail.getSmtps().getPort(), Security.TLS));

    var outcome = channel.send(Mails.message(), Mails.latest());

    assertThat(outcome).isInstanceOf(CallOutcome.TryAgain.class);
    assertThat(outcome.detail()).startsWith("no answer at the greeting: SSL");
    assertThat(mail.getReceivedMessages()).isEmpty();
  }

  @Test
  void aServerThatAsksForAPasswordGetsTheOneOfTheFile(@TempDir Path folder) throws Exception {
    mail.setUser("lantian", "right-password");
    mail.getUserManager().setAuthRequired(true);
    var file = Files.writeString(folder.resolve("password"), "right-password\n");

    assertThat(Mails.channel(withPassword(file, "")).send(Mails.message(), Mails.latest()))
        .isInstanceOf(CallOutcome.Sent.class);
    var wrong = Mails.channel(withPassword(null, "wrong")).send(Mails.message(), Mails.latest());
    assertThat(wrong).isInstanceOf(CallOutcome.TryAgain.class);
    assertThat(wrong.detail()).doesNotContain("wrong", "lantian");
  }

  private Email withPassword(@Nullable Path file, String password) {
    return new Email(
        "127.0.0.1",
        mail.getSmtp().getPort(),
        Security.NONE,
        "lantian@office.example",
        "lantian",
        password,
        file,
        "",
        Duration.ofSeconds(2),
        Duration.ofSeconds(4));
  }

  @Test
  void outsideALocalPlatformNothingIsSaidInClear() {
    assertThatThrownBy(
            () -> EmailConfiguration.server(Mails.settings(25, Security.NONE), false, Mails.WRITES))
        .hasMessageContaining("security");
    assertThat(Optional.ofNullable(serverOutside(Security.STARTTLS))).isPresent();
  }

  private static Object serverOutside(Security security) {
    try {
      return EmailConfiguration.server(Mails.settings(25, security), false, Mails.WRITES);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
