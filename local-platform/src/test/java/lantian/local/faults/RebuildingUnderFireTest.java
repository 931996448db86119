package lantian.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lantian.local.platform.PlatformPort;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName(
    "The projections of both places are rebuilt while changes go on and the service is killed")
@Tag("faults")
class RebuildingUnderFireTest {

  private static final List<String> PLACES = List.of("150822", "652300");

  @RegisterExtension private final FaultPlatform platform = new FaultPlatform();

  @Test
  void whatTheEventsHaveComeToStandsThereAfterwards() {
    PLACES.forEach(platform::haveALevelInForce);
    PLACES.forEach(platform::lift);
    platform.booksBalance();
    platform.rebuild();
    assertThat(platform.awaitRebuilt().path("changes"))
        .as("what whole warnings of both places have left")
        .isEmpty();

    assertThat(
            platform
                .tables()
                .count(
                    "with lost as (delete from reporting.duty_step returning 1) select count(*) from lost"))
        .isPositive();
    var change = platform.changing(PLACES.getFirst());
    platform.rebuild();
    platform.service(PlatformPort.REPORTING).kill();
    platform.restart(PlatformPort.REPORTING);
    FaultPlatform.done(change);
    platform.booksBalance();
    assertThat(platform.awaitRebuilt().path("changes").path(0).path("table").asString())
        .isEqualTo("duty_step");

    platform.rebuild();
    assertThat(platform.awaitRebuilt().path("changes")).isEmpty();
  }
}
