package lantian.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lantian.local.chaos.ChaosRun;
import lantian.local.chaos.Fault;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Faults as they come, drawn from fixed seeds, while people go on working")
class RandomFaultsTest {

  /** Kills alone: with {@code ./lantian chaos} everything else comes too. */
  private static final List<Fault> KILLS =
      Arrays.stream(Fault.values()).filter(fault -> fault.name().endsWith("_KILLED")).toList();

  private static final Duration TIME =
      Bound.lasting(Duration.ofSeconds(20), Duration.ofMinutes(10));

  @RegisterExtension private final FaultPlatform platform = new FaultPlatform();

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void whateverIsKilledTheBooksBalance(long seed) {
    play(seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 4, 5})
  @Tag("faults")
  void andWithMoreSeeds(long seed) {
    play(seed);
  }

  private void play(long seed) {
    var struck = new ArrayList<Fault>();
    var run =
        new ChaosRun(
            platform.exercise(),
            seed,
            KILLS,
            (fault, recovery) -> {
              struck.add(fault);
              System.err.println(
                  seed + ": " + fault + " recovered in " + recovery.toMillis() + " ms");
            });

    var outcome = run.run(TIME);

    assertThat(outcome.balance().differences()).as("seed " + seed + ", " + struck).isEmpty();
    assertThat(struck).isNotEmpty();
    assertThat(struck)
        .as("the same seed, the same faults")
        .isEqualTo(
            ChaosRun.plan(seed, KILLS, struck.size()).stream()
                .map(ChaosRun.Planned::fault)
                .toList());
  }
}
