package lantian.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import lantian.events.WarningLevel;
import lantian.local.chaos.Balance;
import lantian.local.chaos.Receiver.Manner;
import lantian.local.chaos.Receiver.Taken;
import lantian.local.process.Waiting;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One who does not take messages holds up nobody else, and gets them when it can. */
@Tag("faults")
class ReceiverMisbehavesTest {

  private static final String PLACE = "150822";
  private static final Duration FAILING =
      Bound.lasting(Duration.ofSeconds(5), Duration.ofMinutes(10));

  @RegisterExtension private final FaultPlatform platform = new FaultPlatform();

  @Test
  @DisplayName("F15: one receiver is a black hole")
  void whoDoesNotAnswerIsToldAgainMarkedAndTheOthersDoNotWait() {
    platform.lift(PLACE);
    platform.booksBalance();
    var silent = aUnit();
    platform.receiver().behave(PLACE, silent, Manner.IS_A_BLACK_HOLE);

    var change = platform.exercise().people(PLACE).moveTo(WarningLevel.ORANGE);
    long begun = System.nanoTime();
    var others = new HashSet<>(unitsTold(PLACE));
    var expected = platform.unitsOf(PLACE, "ORANGE");
    expected.remove(silent);
    Waiting.until(
        FaultPlatform.REST,
        () -> "others are not told: " + others,
        () -> told(change.warning()).containsAll(expected));
    var took = Duration.ofNanos(System.nanoTime() - begun);
    assertThat(told(change.warning())).doesNotContain(silent);

    platform.receiver().behave(PLACE, silent, Manner.TAKES);
    platform.booksBalance();
    assertThat(told(change.warning())).contains(silent);
    Bound.holds("the others are told beside a black hole", Duration.ofSeconds(2), took);
  }

  @Test
  @DisplayName("F13, F14: the receiver takes a message and its answer is lost")
  void aMessageWhoseAnswerIsLostComesOnceMoreAtTheMostAndMarked() {
    platform.lift(PLACE);
    var before = platform.booksBalance();
    int taken = platform.receiver().taken().size();
    platform.receiver().behave(Manner.TAKES_IN_SILENCE);
    // What has been answered needs no second message.
    platform.exercise().silenceLiaisons(true);

    platform.exercise().people(PLACE).moveTo(WarningLevel.YELLOW);
    Waiting.until(
        FaultPlatform.REST,
        () -> "nobody is told",
        () -> platform.receiver().taken().size() > taken);
    platform.receiver().behave(Manner.TAKES);

    var after = platform.booksBalance();
    assertThat(after.repeated()).isGreaterThan(before.repeated());
    assertThat(after.gaveUp()).isEqualTo(before.gaveUp());
  }

  @Test
  @DisplayName("F17: the receiver answers 500 for a while")
  void whatWasRefusedForNowIsDeliveredOnceWhenItCanBe() {
    platform.lift(PLACE);
    var before = platform.booksBalance();
    platform.receiver().behave(Manner.FAILS);
    int asked = platform.receiver().asked();
    int taken = platform.receiver().taken().size();

    platform.exercise().people(PLACE).moveTo(WarningLevel.RED);
    long began = System.nanoTime();
    Waiting.until(
        FaultPlatform.REST, () -> "nobody is asked", () -> platform.receiver().asked() > asked);
    Waiting.until(
        FAILING.plusSeconds(1),
        () -> "never",
        () -> System.nanoTime() - began >= FAILING.toNanos());
    assertThat(platform.receiver().taken()).hasSize(taken);
    platform.receiver().behave(Manner.TAKES);

    var after = platform.booksBalance();
    assertThat(after.taken()).isGreaterThan(before.taken());
    assertThat(after.repeated()).as("a clear no needs no mark").isEqualTo(before.repeated());
  }

  @Test
  @DisplayName("F21: one receiver is gone for good (410)")
  void whoIsGoneFailsForGoodWhichIsTold() {
    platform.lift(PLACE);
    var before = platform.booksBalance();
    var gone = aUnit();
    platform.exercise().books().expectUnreachable(gone);
    platform.receiver().behave(PLACE, gone, Manner.IS_GONE);

    var change = platform.exercise().people(PLACE).moveTo(WarningLevel.YELLOW);
    Balance after = platform.booksBalance();

    assertThat(after.gaveUp()).isEqualTo(before.gaveUp() + 1);
    var others = platform.unitsOf(PLACE, "YELLOW");
    others.remove(gone);
    assertThat(told(change.warning())).containsAll(others).doesNotContain(gone);
    assertThat(
            platform
                .tables()
                .count(
                    "select count(*) from reporting.delivery where failed_reason = 'REFUSED' and unit = '"
                        + gone
                        + "'"))
        .isEqualTo(1);
  }

  private String aUnit() {
    return platform.unitsOf(PLACE, "YELLOW").iterator().next();
  }

  private Set<String> unitsTold(String place) {
    return platform.receiver().taken().stream()
        .filter(taken -> taken.jurisdiction().equals(place))
        .map(Taken::unit)
        .collect(Collectors.toSet());
  }

  private Set<String> told(java.util.UUID warning) {
    return platform.receiver().taken().stream()
        .filter(taken -> taken.warning().equals(warning))
        .map(Taken::unit)
        .collect(Collectors.toSet());
  }
}
