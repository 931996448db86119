package lantian.notification;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import lantian.events.AssignedDuty;
import lantian.events.ChangeKind;
import lantian.events.DutiesAssigned;
import lantian.events.DutiesWithdrawn;
import lantian.events.DutyDelta;
import lantian.events.DutyKind;
import lantian.events.DutyPhase;
import lantian.events.Mode;
import lantian.events.Occasion;
import lantian.events.Text;
import lantian.events.WarningLevel;

/** What tasking-service tells, as tests need it. */
public final class Duties {
  public static final OffsetDateTime AT = OffsetDateTime.parse("2016-12-09T16:04:00+08:00");

  private Duties() {}

  public static DutiesAssigned assigned(UUID warning, long revision, String unit) {
    return assigned(warning, revision, unit, Occasion.LEVEL_CHANGE, Mode.LIVE);
  }

  public static DutiesAssigned assigned(
      UUID warning, long revision, String unit, Occasion occasion, Mode mode) {
    return new DutiesAssigned(
        mode,
        revision,
        warning,
        "652300",
        "昌吉州",
        occasion,
        ChangeKind.RAISE,
        WarningLevel.NONE,
        WarningLevel.ORANGE,
        unit,
        "住房和城乡建设局",
        "Housing and Construction Bureau",
        AT,
        AT,
        null,
        "652300@1",
        List.of(duty("zjj.site-dust"), duty("zjj.demolition")));
  }

  public static DutiesWithdrawn withdrawn(UUID warning, long revision, String unit, int remaining) {
    return new DutiesWithdrawn(
        Mode.LIVE,
        revision,
        warning,
        "652300",
        "昌吉州",
        ChangeKind.LIFT,
        WarningLevel.ORANGE,
        WarningLevel.NONE,
        unit,
        "住房和城乡建设局",
        "Housing and Construction Bureau",
        AT.plusDays(3),
        remaining,
        List.of());
  }

  /** The warning was published in error. */
  public static DutiesWithdrawn takenBack(UUID warning, long revision, String unit) {
    var lifted = withdrawn(warning, revision, unit, 0);
    return new DutiesWithdrawn(
        lifted.mode(),
        revision,
        warning,
        lifted.jurisdiction(),
        lifted.jurisdictionName(),
        ChangeKind.CANCEL,
        lifted.from(),
        lifted.to(),
        unit,
        lifted.unitName(),
        lifted.unitNameEn(),
        AT.plusMinutes(3),
        0,
        List.of());
  }

  private static AssignedDuty duty(String code) {
    return new AssignedDuty(
        UUID.randomUUID(),
        1,
        code,
        new Text("停止土石方作业", "Stop earthworks"),
        null,
        DutyKind.ACTION,
        DutyPhase.IN_FORCE,
        DutyDelta.ADDED,
        false,
        null,
        null,
        AT.plusHours(2),
        null,
        "changji#四.13/2",
        false);
  }
}
