package lantian.warning.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs at eight and at four, each two hours early or late. */
class ExpectedRunsTest {
  private final ExpectedRuns twiceADay =
      new ExpectedRuns(null, List.of(LocalTime.of(16, 0), LocalTime.of(8, 0)), 120);

  @ParameterizedTest
  @CsvSource({
    "05T16:00, 05T16:00, 0",
    // Two hours early it is the run of four o'clock, a minute earlier it is none.
    "05T14:00, 05T18:00, 0",
    "05T13:59, 05T17:59, 0",
    "05T13:59, 05T18:00, 1",
    "05T16:00, 06T09:59, 0",
    "05T16:00, 06T10:00, 1",
    "05T16:00, 06T17:59, 1",
    "05T16:00, 06T18:00, 2",
    // Late, it is not the next one.
    "05T23:00, 06T10:00, 1",
    "01T16:00, 05T18:00, 8"
  })
  void whatIsMissingIsCountedWhenItsGraceIsOver(String last, String now, int missing) {
    assertThat(twiceADay.missing(at(last), at(now))).isEqualTo(missing);
    assertThat(twiceADay.isStale(at(last), at(now))).isEqualTo(missing >= 2);
  }

  @Test
  void yearsWithoutRunsAreCountedToTheEndOfTheFirst() {
    Instant now = at("05T18:00");
    assertThat(twiceADay.missing(Instant.EPOCH, now)).isEqualTo(2 * 367);
  }

  @Test
  void whatCannotBeExpectedIsRefused() {
    assertThatThrownBy(() -> new ExpectedRuns(null, List.of(), 60)).hasMessageContaining("no time");
    assertThatThrownBy(() -> new ExpectedRuns(" ", List.of(LocalTime.NOON), 60))
        .hasMessageContaining("without a name");
    assertThatThrownBy(() -> new ExpectedRuns(null, List.of(LocalTime.NOON), 24 * 60 + 1))
        .hasMessageContaining("grace");
  }

  private static Instant at(String dayAndTime) {
    return OffsetDateTime.parse("2025-12-" + dayAndTime + ":00+08:00").toInstant();
  }
}
