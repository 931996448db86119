package lantian.notification.delivery.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import lantian.events.DeliveryPurpose;
import lantian.events.EscalationReason;
import lantian.events.Text;
import lantian.notification.Messages;
import lantian.notification.contact.Rank;
import lantian.notification.delivery.Content.Escalated;
import lantian.notification.delivery.Delivery;
import lantian.notification.delivery.DeliveryState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Title and text of messages that come to somebody else, in both languages. */
class SayingThatItIsAnEscalationTest {
  private static final Instant SINCE = Instant.parse("2016-12-09T08:04:00Z");

  private final BundleWording wording = new BundleWording(bundles());

  private static ResourceBundleMessageSource bundles() {
    var bundles = new ResourceBundleMessageSource();
    bundles.setBasename("notification-service-messages");
    bundles.setDefaultEncoding("UTF-8");
    bundles.setFallbackToSystemLocale(false);
    return bundles;
  }

  private static Escalated unanswered(long minutes) {
    return new Escalated(Rank.DEPUTY, Rank.LIAISON, EscalationReason.UNANSWERED, SINCE, minutes);
  }

  private static Delivery delivery(@Nullable Escalated how, DeliveryPurpose purpose) {
    return Messages.delivery(
        Messages.message(purpose, how), Rank.LIAISON, DeliveryState.CALLING, null);
  }

  private Text title(Escalated how) {
    return wording.title(delivery(how, DeliveryPurpose.LEVEL_CHANGE));
  }

  private Text text(Escalated how) {
    return wording.escalated(delivery(null, DeliveryPurpose.LEVEL_CHANGE), how);
  }

  @Test
  void thatNobodyAnsweredIsSaidInMinutes() {
    assertThat(title(unanswered(30)).zh())
        .isEqualTo("【升级提醒：由联络员转副职，30 分钟无人确认】昌吉州重污染天气橙色预警·发布：住建局任务 0 项");
    assertThat(title(unanswered(30)).en())
        .isEqualTo(
            "[Escalation to the deputy instead of the liaison: 30 minutes without an answer] "
                + "昌吉州: heavy pollution, orange warning issued; Housing: 0 duties");
    assertThat(title(unanswered(1)).en()).contains(": 1 minute without an answer] ");
    assertThat(title(unanswered(0)).en()).contains(": 0 minutes without an answer] ");
    assertThat(title(unanswered(1_440)).zh()).contains("，1440 分钟无人确认】");
    assertThat(text(unanswered(30)).zh())
        .isEqualTo("【升级提醒】住建局自2016年12月9日16:04起 30 分钟无人确认以下通知，现由联络员转副职，请督促落实并确认收到。原文。");
    assertThat(text(unanswered(1)).en())
        .isEqualTo(
            "[Escalation to the deputy instead of the liaison] For 1 minute, since"
                + " 9 December 2016, 16:04, nobody of Housing has confirmed this message."
                + " Please see to it and confirm. The message.");
  }

  @Test
  void thatItReachedNobodyNamesTheRoleThatWasTriedLast() {
    var failed =
        new Escalated(Rank.DUTY_DESK, Rank.DEPUTY, EscalationReason.NOT_DELIVERED, SINCE, 31);

    assertThat(title(failed).zh()).startsWith("【升级提醒：由副职转值班室，未能送达】昌吉州");
    assertThat(title(failed).en())
        .startsWith("[Escalation to the duty desk instead of the deputy: not delivered] 昌吉州");
    assertThat(text(failed).zh())
        .isEqualTo("【升级提醒】以下通知（2016年12月9日16:04发出）未能送达住建局副职，现转值班室，请督促落实并确认收到。原文。");
    assertThat(text(failed).en())
        .contains("could not be delivered to the deputy of Housing", "9 December 2016, 16:04");
  }

  @Test
  void thatNobodyWasThereIsSaid() {
    var nobody = new Escalated(Rank.DUTY_DESK, null, EscalationReason.NOT_DELIVERED, SINCE, 0);

    assertThat(title(nobody).zh()).startsWith("【升级提醒：没有联络员，转值班室】昌吉州");
    assertThat(title(nobody).en())
        .startsWith("[Escalation to the duty desk: the unit has no liaison] 昌吉州");
    assertThat(text(nobody).zh()).startsWith("【升级提醒】住建局没有联络员，以下通知（2016年12月9日16:04）无人接收");
    assertThat(text(nobody).en())
        .startsWith("[Escalation to the duty desk] Housing has no liaison");
  }

  @Test
  void aLiaisonsMessageSaysNothingOfIt() {
    var title = wording.title(delivery(null, DeliveryPurpose.STAND_DOWN));

    assertThat(title.zh()).isEqualTo("昌吉州重污染天气橙色预警·解除：住建局应急任务终止");
    assertThat(title.en())
        .isEqualTo("昌吉州: heavy pollution, orange warning lifted; the duties of Housing end");
  }
}
