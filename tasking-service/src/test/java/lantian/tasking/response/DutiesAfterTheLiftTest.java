package lantian.tasking.response;

import static lantian.events.WarningLevel.NONE;
import static lantian.events.WarningLevel.ORANGE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import lantian.events.AssignedDuty;
import lantian.events.DutiesAssigned;
import lantian.tasking.AWarning;
import lantian.tasking.TaskingTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is due so many working days after a lift, by the State Council's calendars. */
class DutiesAfterTheLiftTest extends TaskingTest {

  @ParameterizedTest
  @CsvSource({
    // an ordinary week; the New Year of 2017 with its Monday off; make-up Sunday 2017-01-22
    "150822, 2016-12-14T16:05:00, 2016-12-21T23:59:59+08:00",
    "652300, 2016-12-14T16:05:00, 2016-12-21T23:59:59+08:00",
    "150822, 2016-12-28T16:05:00, 2017-01-05T23:59:59+08:00",
    "150822, 2017-01-18T16:05:00, 2017-01-24T23:59:59+08:00",
  })
  void theEvaluationReportIsDueInFiveWorkingDays(String jurisdiction, String lifted, String due) {
    var warning = AWarning.in(jurisdiction);
    clock.stopAt(OffsetDateTime.parse(lifted + "+08:00").toInstant());
    publish(warning.to(ORANGE, lifted));
    publish(warning.to(NONE, lifted));

    var report = plan(jurisdiction).evaluationReport().duty();
    assertThat(
            told(warning.id, DutiesAssigned.class).stream()
                .filter(each -> each.version() == 2)
                .map(DutiesAssigned::duties)
                .flatMap(List::stream)
                .filter(duty -> duty.code().equals(report))
                .map(AssignedDuty::dueAt))
        .singleElement()
        .asString()
        .isEqualTo(due);
  }
}
