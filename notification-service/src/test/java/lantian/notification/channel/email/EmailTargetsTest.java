package lantian.notification.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import lantian.notification.contact.TargetObjection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand in a header and in a command of the conversation, and nothing else. */
class EmailTargetsTest {
  private final EmailTargets targets = new EmailTargets(true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wang.fang@zjj.changji.example",
        "w+f@example.org",
        "o'neil@example.org",
        "1@163.example",
        "w@xn--fiqs8s.xn--55qx5d",
        "a@b.c2",
        "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijkl@example.org"
      })
  void anAddressIsTaken(String address) {
    assertThat(targets.objectionTo(address)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@example.org",
        "wang",
        "wang@",
        "wang@localhost",
        "wang@127.0.0.1",
        "wang@[127.0.0.1]",
        "wang@example..org",
        "wang@.example.org",
        "wang@example.org.",
        "wang@-example.org",
        "wang@example-.org",
        "wang@exa_mple.org",
        ".wang@example.org",
        "wang.@example.org",
        "wang..fang@example.org",
        "wang fang@example.org",
        " wang@example.org",
        "wang@example.org ",
        "wang@example.org\n",
        "wang@example.org\r\nBcc: everybody@example.org",
        "wang@example.org>\r\nRCPT TO:<x@example.org",
        "wang@example.org,li@example.org",
        "wang@example.org;li@example.org",
        "王芳@example.org",
        "wang@例子.公司",
        "\"wang fang\"@example.org",
        "wang(comment)@example.org",
        "王芳 <wang@example.org>",
        "<wang@example.org>",
        "wang@li@example.org",
        "wang\\@example.org",
        "wang\u0000@example.org",
        "wang\u202E@example.org",
        "mailto:wang@example.org",
        "https://example.org/hook",
        "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklm@example.org"
      })
  void anythingElseIsNot(String address) {
    assertThat(targets.objectionTo(address)).contains(TargetObjection.NOT_AN_ADDRESS);
  }

  @Test
  void anAddressLongerThanAServerTakesIsNot() {
    var label = "a".repeat(63) + ".";

    assertThat(targets.objectionTo("w@" + label.repeat(3) + "a".repeat(60))).isEmpty();
    assertThat(targets.objectionTo("w@" + label.repeat(3) + "a".repeat(61)))
        .contains(TargetObjection.NOT_AN_ADDRESS);
  }
}
