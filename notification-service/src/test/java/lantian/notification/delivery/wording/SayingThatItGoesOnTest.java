package lantian.notification.delivery.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import lantian.events.AssignedDuty;
import lantian.events.ChangeKind;
import lantian.events.DutiesAssigned;
import lantian.events.DutyDelta;
import lantian.events.DutyKind;
import lantian.events.DutyPhase;
import lantian.events.Mode;
import lantian.events.Occasion;
import lantian.events.Text;
import lantian.events.WarningLevel;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * What a unit reads when a warning is extended: until when, and that its duties stay as they are.
 */
class SayingThatItGoesOnTest {
  private static final OffsetDateTime AT = OffsetDateTime.parse("2016-12-12T16:04:00+08:00");

  private final BundleWording wording = new BundleWording(bundles());

  private static ResourceBundleMessageSource bundles() {
    var bundles = new ResourceBundleMessageSource();
    bundles.setBasename("notification-service-messages");
    bundles.setDefaultEncoding("UTF-8");
    bundles.setFallbackToSystemLocale(false);
    return bundles;
  }

  @Test
  void untilWhenAndThatDutiesStayAsTheyAre() {
    var text = wording.levelChange(extended(Mode.LIVE, DutyDelta.KEPT));
    assertThat(text.zh())
        .isEqualTo("【昌吉州·重污染天气橙色预警·延长】有效期延长至2016年12月14日08:00。住建局：现有任务 1 项继续执行，要求和时限不变。请确认收到。");
    assertThat(text.en())
        .isEqualTo(
            "[昌吉州: heavy pollution, orange warning extended] Now valid until 14 December 2016,"
                + " 08:00. Housing: 1 duty goes on unchanged. Please confirm.");
    assertThat(wording.levelChange(extended(Mode.DRILL, DutyDelta.KEPT)).zh()).startsWith("【演练】");
  }

  @Test
  void whoHasNotHeardOfItIsToldOfNewDuties() {
    assertThat(wording.levelChange(extended(Mode.LIVE, DutyDelta.ADDED)).zh()).contains("新增 1 项");
  }

  private static DutiesAssigned extended(Mode mode, DutyDelta delta) {
    return new DutiesAssigned(
        mode,
        2,
        new UUID(1, 1),
        "652300",
        "昌吉州",
        Occasion.LEVEL_CHANGE,
        ChangeKind.EXTEND,
        WarningLevel.ORANGE,
        WarningLevel.ORANGE,
        "zjj",
        "住建局",
        "Housing",
        AT,
        AT,
        OffsetDateTime.parse("2016-12-14T08:00:00+08:00"),
        "652300@1",
        List.of(
            new AssignedDuty(
                new UUID(2, 2),
                1,
                "zjj.site-dust",
                new Text("停止土石方作业", "Stop earthwork"),
                null,
                DutyKind.ACTION,
                DutyPhase.IN_FORCE,
                delta,
                true,
                null,
                null,
                AT,
                null,
                "changji#五.1/1",
                true)));
  }
}
