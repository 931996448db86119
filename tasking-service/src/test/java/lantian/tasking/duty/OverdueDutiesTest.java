package lantian.tasking.duty;

import static lantian.events.WarningLevel.NONE;
import static lantian.events.WarningLevel.ORANGE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import lantian.events.DutyCompleted;
import lantian.events.DutyOverdue;
import lantian.tasking.AWarning;
import lantian.tasking.TaskingTest;
import org.junit.jupiter.api.Test;

/** Duties that were not done when they were due. */
class OverdueDutiesTest extends TaskingTest {

  @Test
  void aDutyIsOverdueOnceAndOnlyAfterItWasDue() {
    var warning = AWarning.in(DENGKOU);
    publish(warning.to(ORANGE, "2016-12-09T16:04:00"));
    var dueAtSix =
        duties(warning.id, "").stream()
            .filter(duty -> duty.path("dueAt").asString().equals("2016-12-09T18:04:00+08:00"))
            .toList();
    assertThat(dueAtSix).isNotEmpty();

    moveTo("2016-12-09T18:04:00");
    var atTheMoment =
        told(warning.id, DutyOverdue.class).stream()
            .filter(each -> each.dueAt().toString().startsWith("2016-12-09T18:04"))
            .toList();
    assertThat(atTheMoment).isEmpty();

    moveTo("2016-12-09T18:05:00");
    moveTo("2016-12-09T18:06:00");

    var overdue =
        told(warning.id, DutyOverdue.class).stream()
            .filter(each -> each.dueAt().toString().startsWith("2016-12-09T18:04"))
            .toList();
    assertThat(overdue).hasSameSizeAs(dueAtSix);
    assertThat(overdue.stream().map(DutyOverdue::dutyId)).doesNotHaveDuplicates();
    assertThat(overdue)
        .allSatisfy(
            each -> {
              assertThat(each.version()).isEqualTo(2);
              assertThat(each.overdueAt()).isEqualTo("2016-12-09T18:05:00+08:00");
            });
  }

  @Test
  void aLongSilenceIsFoundInOneRunHoweverManyDutiesThereAre() {
    var warnings = new HashSet<AWarning>();
    for (int i = 0; i < 10; i++) {
      var warning = AWarning.in(i % 2 == 0 ? DENGKOU : CHANGJI);
      publish(warning.to(ORANGE, "2016-12-09T16:04:00"));
      warnings.add(warning);
    }

    moveTo("2016-12-11T00:00:00");

    for (var warning : warnings) {
      var due =
          duties(warning.id, "").stream()
              .filter(duty -> duty.path("dueAt").asString().compareTo("2016-12-11") < 0)
              .map(duty -> duty.path("id").asString())
              .toList();
      assertThat(told(warning.id, DutyOverdue.class).stream().map(each -> each.dutyId().toString()))
          .hasSizeGreaterThan(50)
          .containsExactlyInAnyOrderElementsOf(due);
    }
  }

  @Test
  void whatIsDoneLateIsMarkedLateAndStaysKnownAsOverdue() {
    var warning = AWarning.in(DENGKOU);
    publish(warning.to(ORANGE, "2016-12-09T16:04:00"));
    moveTo("2016-12-10T20:00:00");
    var duty = duties(warning.id, "&unit=zhb").getFirst();
    assertThat(duty.path("overdue").asBoolean()).isTrue();

    var done =
        rest.asLiaisonOf("zhb", DENGKOU)
            .ifMatch(duty.path("version").asLong())
            .post(
                "/api/v1/duties/" + duty.path("id").asString() + "/complete",
                Map.of("evidence", "响应指令已下达"));

    assertThat(done.status()).isEqualTo(200);
    assertThat(done.json().path("late").asBoolean()).isTrue();
    assertThat(done.json().path("overdue").asBoolean()).isTrue();
    awaitOutbox();
    assertThat(told(warning.id, DutyCompleted.class))
        .singleElement()
        .satisfies(each -> assertThat(each.late()).isTrue());
  }

  @Test
  void whatWasWithdrawnIsNeverOverdue() {
    var warning = AWarning.in(DENGKOU);
    publish(warning.to(ORANGE, "2016-12-09T16:04:00"));
    publish(warning.to(NONE, "2016-12-09T16:05:00"));
    var afterLift = duties(warning.id, "&state=ASSIGNED").size();

    moveTo("2016-12-30T00:00:00");

    assertThat(told(warning.id, DutyOverdue.class)).hasSize(afterLift);
  }
}
