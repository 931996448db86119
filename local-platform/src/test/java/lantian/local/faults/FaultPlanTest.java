package lantian.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import lantian.local.chaos.ChaosRun;
import lantian.local.chaos.ChaosRun.Planned;
import lantian.local.chaos.Fault;
import org.junit.jupiter.api.Test;

class FaultPlanTest {

  private static final List<Fault> ALL = List.of(Fault.values());

  @Test
  void theSameSeedDrawsTheSameFaultsAndAnotherSeedOthers() {
    assertThat(ChaosRun.plan(7, ALL, 50)).isEqualTo(ChaosRun.plan(7, ALL, 50));
    assertThat(ChaosRun.plan(7, ALL, 50)).isNotEqualTo(ChaosRun.plan(8, ALL, 50));
  }

  @Test
  void everyFaultComesInTheCourseOfAnHour() {
    var drawn = EnumSet.noneOf(Fault.class);
    ChaosRun.plan(1, ALL, 200).stream().map(Planned::fault).forEach(drawn::add);

    assertThat(drawn).containsExactlyInAnyOrder(Fault.values());
  }
}
