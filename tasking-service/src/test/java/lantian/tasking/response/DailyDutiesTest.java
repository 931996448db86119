package lantian.tasking.response;

import static lantian.events.WarningLevel.NONE;
import static lantian.events.WarningLevel.ORANGE;
import static lantian.events.WarningLevel.RED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantian.events.AssignedDuty;
import lantian.events.DutiesAssigned;
import lantian.events.Occasion;
import lantian.events.Response;
import lantian.tasking.AWarning;
import lantian.tasking.TaskingTest;
import lantian.tasking.plan.Cadence;
import org.junit.jupiter.api.Test;

/** Duties that repeat each day while the response holds. */
class DailyDutiesTest extends TaskingTest {

  @Test
  void aNewDayBringsItsOwnDutiesOnceToldToEachUnit() {
    var warning = AWarning.in(DENGKOU);
    publish(warning.to(ORANGE, "2016-12-09T06:00:00"));
    var series = dailyCodes();
    assertThat(series).isNotEmpty();

    moveTo("2016-12-09T23:59:59");
    assertThat(daily(warning.id)).isEmpty();

    moveTo("2016-12-10T00:00:00");
    moveTo("2016-12-10T01:00:00");

    var told = daily(warning.id);
    assertThat(told.stream().map(DutiesAssigned::unit)).doesNotHaveDuplicates();
    assertThat(told)
        .allSatisfy(
            each -> {
              assertThat(each.version()).isEqualTo(1);
              assertThat(each.to()).isEqualTo(ORANGE);
              assertThat(each.assignedAt()).isEqualTo("2016-12-10T00:00:00+08:00");
            });
    var duties = told.stream().flatMap(each -> each.duties().stream()).toList();
    assertThat(duties.stream().map(AssignedDuty::code)).containsExactlyInAnyOrderElementsOf(series);
    assertThat(duties)
        .allSatisfy(
            duty -> {
              assertThat(duty.onDate()).isEqualTo("2016-12-10");
              assertThat(duty.dueAt()).asString().startsWith("2016-12-10T");
            });
  }

  @Test
  void afterAnExtensionEachDayHasItsDutiesOnceAsBefore() {
    var warning = AWarning.in(DENGKOU);
    publish(warning.to(ORANGE, "2016-12-09T06:00:00"));
    moveTo("2016-12-10T00:00:00");
    publish(warning.to(ORANGE, "2016-12-10T00:30:00"));

    moveTo("2016-12-11T00:00:00");

    for (var code : dailyCodes()) {
      assertThat(
              sql.sql(
                      """
                      select on_date::text from duty where warning_id = ? and code = ?
                      order by on_date
                      """)
                  .params(warning.id, code)
                  .query(String.class)
                  .list())
          .endsWith("2016-12-10", "2016-12-11")
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void daysThatWereMissedAreMadeUpForAndAreOverdueAtOnce() {
    var warning = AWarning.in(CHANGJI);
    publish(warning.to(ORANGE, "2016-12-09T06:00:00"));

    moveTo("2016-12-12T00:30:00");

    for (var code : dailyCodes(CHANGJI)) {
      assertThat(
              sql.sql(
                      """
                      select on_date::text || ' ' || (overdue_at is not null) from duty
                      where warning_id = ? and code = ? order by on_date
                      """)
                  .params(warning.id, code)
                  .query(String.class)
                  .list())
          .containsExactly(
              "2016-12-09 true", "2016-12-10 true", "2016-12-11 true", "2016-12-12 false");
    }
    assertThat(daily(warning.id).stream().map(DutiesAssigned::unit)).doesNotHaveDuplicates();
  }

  @Test
  void whoAcceptedADailyDutyIsNotAskedAgainTheNextDay() {
    var warning = AWarning.in(DENGKOU);
    publish(warning.to(ORANGE, "2016-12-09T06:00:00"));
    var unit = dailyCodes().getFirst().replaceFirst("\\..*", "");
    assertThat(
            rest.asLiaisonOf(unit, DENGKOU)
                .post("/api/v1/duties/accept", Map.of("warningId", warning.id))
                .status())
        .isEqualTo(200);

    moveTo("2016-12-10T00:00:00");

    var ofUnit = daily(warning.id).stream().filter(e -> e.unit().equals(unit)).toList();
    assertThat(ofUnit).hasSize(1);
    assertThat(ofUnit.getFirst().duties())
        .isNotEmpty()
        .allSatisfy(duty -> assertThat(duty.accepted()).isTrue());
    assertThat(daily(warning.id).stream().filter(e -> !e.unit().equals(unit)))
        .isNotEmpty()
        .allSatisfy(
            each ->
                assertThat(each.duties())
                    .allSatisfy(duty -> assertThat(duty.accepted()).isFalse()));
  }

  @Test
  void afterTheLiftNoDayBringsDuties() {
    var warning = AWarning.in(DENGKOU);
    publish(warning.to(ORANGE, "2016-12-09T06:00:00"));
    publish(warning.to(NONE, "2016-12-09T16:00:00"));

    moveTo("2016-12-11T08:00:00");

    assertThat(daily(warning.id)).isEmpty();
  }

  @Test
  void theNewDayHasTheMeasureOfTheLevelInForce() {
    var warning = AWarning.in(DENGKOU);
    publish(warning.to(ORANGE, "2016-12-09T06:00:00"));
    publish(warning.to(RED, "2016-12-09T07:00:00"));
    moveTo("2016-12-10T00:00:00");

    for (var told : daily(warning.id)) {
      assertThat(told.version()).isEqualTo(2);
      for (var duty : told.duties()) {
        var planned =
            plan(DENGKOU).unit(told.unit()).orElseThrow().duties().stream()
                .filter(each -> each.code().equals(duty.code()))
                .findFirst()
                .orElseThrow();
        assertThat(duty.measure()).isEqualTo(planned.measureAt(RED));
      }
    }
    assertThat(daily(warning.id)).isNotEmpty();
  }

  private List<DutiesAssigned> daily(UUID warning) {
    return told(warning, DutiesAssigned.class).stream()
        .filter(each -> each.occasion() == Occasion.DAILY)
        .toList();
  }

  private List<String> dailyCodes() {
    return dailyCodes(DENGKOU);
  }

  private List<String> dailyCodes(String jurisdiction) {
    return plan(jurisdiction).dutiesFor(ORANGE, Response.COLOURED).values().stream()
        .flatMap(List::stream)
        .filter(duty -> duty.cadence() == Cadence.DAILY)
        .map(duty -> duty.code())
        .toList();
  }
}
