package lantian.tasking.fanout;

import static lantian.events.WarningLevel.ORANGE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import lantian.kit.observability.Books;
import lantian.kit.time.BusinessTimers;
import lantian.testing.Figures;
import lantian.testing.MetricTable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What operators see of level changes on their way to the units. */
@Import(Figures.class)
class WatchingFanOutsTest extends FanOutByHandTest {
  private static final String AT = "2016-12-09T16:00:00";

  @Autowired private Figures figures;
  @Autowired private Books books;
  @Autowired private BusinessTimers timers;

  private final Revisions warning = new Revisions(SyntheticPlans.SMALL);

  @Test
  void whatRemainsGoesDownChunkByChunk() {
    writeAll();
    assertThat(figures.of("fanout_remaining")).hasValue(0);
    assertThat(figures.of("fanout_oldest_seconds")).hasValue(0);
    record(warning.to(ORANGE, AT));
    var units = figures.of("fanout_remaining").orElseThrow();
    assertThat(units).isGreaterThan(3);
    assertThat(figures.of("fanout_oldest_seconds").orElseThrow()).isPositive();
    writeChunk();
    assertThat(figures.of("fanout_remaining")).hasValue(units - 3);
    writeAll();
    assertThat(figures.of("fanout_remaining")).hasValue(0);
    assertThat(figures.of("fanout_oldest_seconds")).hasValue(0);
  }

  @Test
  void aFanOutThatTakesTooLongOrIsMissingIsAnImbalance() {
    writeAll();
    assertThat(imbalances("FAN_OUT_NOT_WHOLE", at(AT))).isZero();
    record(warning.to(ORANGE, AT));
    assertThat(imbalances("FAN_OUT_NOT_WHOLE", at(AT))).isEqualTo(1);
    assertThat(imbalances("LEVEL_CHANGE_WITHOUT_FAN_OUT", at(AT))).isZero();
    sql.sql("delete from fan_out where warning_id = ?").param(warning.id).update();
    assertThat(imbalances("FAN_OUT_NOT_WHOLE", at(AT))).isZero();
    assertThat(imbalances("LEVEL_CHANGE_WITHOUT_FAN_OUT", at(AT))).isEqualTo(1);
    sql.sql("update response set fanning_out = null where warning_id = ?")
        .param(warning.id)
        .update();
  }

  @Test
  void aDutyThatWasDueAndIsNotMarkedIsAnImbalanceUntilTheTimerHasRun() {
    clock.stopAt(at(AT));
    timers.runAll();
    record(warning.to(ORANGE, AT));
    writeAll();
    var later = at(AT).plus(Duration.ofDays(30));
    assertThat(imbalances("DUTY_NOT_MARKED_OVERDUE", at(AT))).isZero();
    assertThat(imbalances("DUTY_NOT_MARKED_OVERDUE", later)).isPositive();
    clock.stopAt(later);
    timers.runAll();
    assertThat(imbalances("DUTY_NOT_MARKED_OVERDUE", later)).isZero();
  }

  @Test
  void theMetricsAreThoseOfTheDocuments() {
    assertThat(figures.of("fanout_remaining")).isPresent();
    MetricTable.mustBe("tasking", rest);
  }

  private long imbalances(String invariant, Instant now) {
    var found = books.imbalances(now, Duration.ZERO).get(invariant);
    assertThat(found).as(invariant).isNotNull();
    return found == null ? -1 : found;
  }
}
