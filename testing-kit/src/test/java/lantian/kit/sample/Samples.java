package lantian.kit.sample;

import java.time.Instant;
import java.util.UUID;
import lantian.events.Cause;
import lantian.events.ChangeKind;
import lantian.events.ChinaTime;
import lantian.events.Mode;
import lantian.events.Response;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.events.WarningProposed;

/** Events for the tests of the kit. */
public final class Samples {
  private Samples() {}

  public static WarningProposed aProposal(UUID warning) {
    var at = ChinaTime.at(Instant.parse("2026-01-01T00:00:00Z"));
    return new WarningProposed(
        Mode.LIVE,
        1,
        warning,
        UUID.randomUUID(),
        "652300",
        "昌吉州",
        ChangeKind.RAISE,
        WarningLevel.NONE,
        WarningLevel.ORANGE,
        Cause.PARTICULATE,
        Response.COLOURED,
        at,
        at.plusDays(3),
        "national-2024@1",
        null,
        at,
        new Text("依据", "reason"));
  }
}
