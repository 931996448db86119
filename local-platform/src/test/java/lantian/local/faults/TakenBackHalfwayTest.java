package lantian.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lantian.events.WarningLevel;
import lantian.local.chaos.Receiver.Manner;
import lantian.local.chaos.Receiver.Taken;
import lantian.local.platform.PlatformPort;
import lantian.local.process.Waiting;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who was told of a false alarm hears that it was one, whatever dies in between. */
@Tag("faults")
class TakenBackHalfwayTest {
  private static final String PLACE = "150822";

  @RegisterExtension private final FaultPlatform platform = new FaultPlatform();

  @Test
  @DisplayName("F29: killed while half of a false alarm is out, which is taken back meanwhile")
  void whoWasToldIsToldOfTheCorrectionAfterItAndNobodyOfTheAlarmAfterThat() {
    platform.lift(PLACE);
    platform.booksBalance();
    var people = platform.exercise().people(PLACE);
    var units = List.copyOf(platform.unitsOf(PLACE, "ORANGE"));
    var late = units.subList(units.size() / 2, units.size());
    late.forEach(unit -> platform.receiver().behave(PLACE, unit, Manner.FAILS));

    var alarm = people.moveTo(WarningLevel.ORANGE);
    Waiting.until(
        FaultPlatform.REST,
        () -> "nobody is told",
        () -> told(alarm.warning(), 1).size() >= units.size() / 4);
    platform.service(PlatformPort.NOTIFICATION).kill();
    var halfway = told(alarm.warning(), 1);
    assertThat(halfway).isNotEmpty().doesNotContainAnyElementsOf(late);
    platform.receiver().treatAllAlike();
    people.takeBack(alarm);
    platform.service(PlatformPort.NOTIFICATION).start();
    long begun = System.nanoTime();

    Waiting.until(
        FaultPlatform.REST,
        () -> "of these some do not know: " + halfway,
        () -> told(alarm.warning(), 2).containsAll(halfway));
    var took = Duration.ofNanos(System.nanoTime() - begun);
    platform.booksBalance();
    for (var unit : halfway) {
      var revisions = of(alarm.warning()).stream().filter(one -> one.unit().equals(unit)).toList();
      assertThat(revisions).extracting(Taken::revision).isSorted().endsWith(2L);
    }
    Bound.holds(
        "who was told has the correction, after the sender's start", Duration.ofSeconds(60), took);
  }

  private List<Taken> of(UUID warning) {
    return platform.receiver().taken().stream()
        .filter(taken -> taken.warning().equals(warning))
        .toList();
  }

  private Set<String> told(UUID warning, long revision) {
    return of(warning).stream()
        .filter(taken -> taken.revision() == revision)
        .map(Taken::unit)
        .collect(Collectors.toSet());
  }
}
