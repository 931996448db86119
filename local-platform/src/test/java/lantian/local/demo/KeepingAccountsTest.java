package lantian.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lantian.local.demo.Outcome.Change;
import lantian.local.demo.Outcome.Day;
import org.junit.jupiter.api.Test;

class KeepingAccountsTest {

  @Test
  void aDayHasTheHighestLevelOfAnyOfItsMoments() {
    var dates = LocalDate.of(2016, 12, 8).datesUntil(LocalDate.of(2016, 12, 13)).toList();
    var changes =
        List.of(
            new Change("2016-12-09T16:04:00+08:00", "NONE", "RED"),
            new Change("2016-12-10T16:04:00+08:00", "RED", "YELLOW"),
            new Change("2016-12-11T23:59:00+08:00", "YELLOW", "NONE"));
    assertThat(Accounts.days(dates, changes))
        .containsExactly(
            new Day("2016-12-08", "NONE"),
            new Day("2016-12-09", "RED"),
            new Day("2016-12-10", "RED"),
            new Day("2016-12-11", "YELLOW"),
            new Day("2016-12-12", "NONE"));
  }

  @Test
  void anAgendaGoesByTimeAndThenByWhoPlannedFirst() {
    var agenda = new Agenda();
    var done = new ArrayList<String>();
    var clock = new ArrayList<Instant>();
    var noon = Instant.parse("2016-12-09T04:00:00Z");
    agenda.plan(noon.plusSeconds(60), () -> done.add("second"));
    agenda.plan(noon, () -> done.add("first"));
    agenda.plan(noon.plusSeconds(60), () -> done.add("third"));
    agenda.plan(noon.plusSeconds(61), () -> done.add("too late"));
    agenda.runUntil(noon.plusSeconds(60), clock::add);
    assertThat(done).containsExactly("first", "second", "third");
    assertThat(clock).containsExactly(noon, noon.plusSeconds(60));
  }

  @Test
  void chanceIsTheSameEachTimeAndWithinItsBounds() {
    for (int i = 0; i < 500; i++) {
      assertThat(Chance.below(10, "a", i)).isBetween(0, 9).isEqualTo(Chance.below(10, "a", i));
      assertThat(Chance.minutes(5, 25, "b", i)).isBetween(5, 25).matches(m -> m % 5 == 0);
    }
    var drawn = java.util.stream.IntStream.range(0, 500).map(i -> Chance.below(10, "a", i));
    assertThat(drawn.distinct().count()).isEqualTo(10);
  }
}
