package lantian.bench.reporting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lantian.bench.run.SampleDuties;
import lantian.events.AssignedDuty;
import lantian.events.Cause;
import lantian.events.ChangeKind;
import lantian.events.ChinaTime;
import lantian.events.DutiesAssigned;
import lantian.events.DutyAccepted;
import lantian.events.DutyCompleted;
import lantian.events.Event;
import lantian.events.Mode;
import lantian.events.Occasion;
import lantian.events.Response;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.events.WarningLevelChanged;

/** What one warning leaves behind: each unit has five duties, accepts one and completes it. */
final class Events {

  static final String PLACE = "652300";
  static final int DUTIES = 5;

  private static final String NAME = "昌吉州";
  private static final Instant RAISED = Instant.parse("2016-12-15T08:00:00Z");
  private static final Instant LIFTED = Instant.parse("2016-12-20T08:00:00Z");

  private final UUID warning = UUID.randomUUID();

  UUID warning() {
    return warning;
  }

  WarningLevelChanged raised() {
    return change(1, ChangeKind.RAISE, WarningLevel.NONE, WarningLevel.RED, RAISED);
  }

  WarningLevelChanged lifted() {
    return change(2, ChangeKind.LIFT, WarningLevel.RED, WarningLevel.NONE, LIFTED);
  }

  /** Of so many units, one event for the duties and two for one of them. */
  List<Event> ofUnits(int from, int to) {
    var events = new ArrayList<Event>();
    for (int unit = from; unit < to; unit++) {
      var code = "f%06d".formatted(unit);
      var duties = SampleDuties.of(code, DUTIES, RAISED);
      events.add(assigned(code, unit, duties));
      var first = duties.getFirst();
      events.add(
          new DutyAccepted(
              Mode.LIVE,
              2,
              first.dutyId(),
              warning,
              PLACE,
              code,
              first.code(),
              "liaison-" + code,
              ChinaTime.at(RAISED.plusSeconds(600))));
      events.add(
          new DutyCompleted(
              Mode.LIVE,
              3,
              first.dutyId(),
              warning,
              PLACE,
              code,
              first.code(),
              "liaison-" + code,
              ChinaTime.at(RAISED.plusSeconds(7_200)),
              false,
              "已停产，照片附后"));
    }
    return events;
  }

  private DutiesAssigned assigned(String code, int unit, List<AssignedDuty> duties) {
    return new DutiesAssigned(
        Mode.LIVE,
        1,
        warning,
        PLACE,
        NAME,
        Occasion.LEVEL_CHANGE,
        ChangeKind.RAISE,
        WarningLevel.NONE,
        WarningLevel.RED,
        code,
        "企业 " + unit,
        "Firm " + unit,
        ChinaTime.at(RAISED),
        ChinaTime.at(RAISED),
        null,
        PLACE + "@1",
        duties);
  }

  private WarningLevelChanged change(
      long revision, ChangeKind kind, WarningLevel from, WarningLevel to, Instant at) {
    return new WarningLevelChanged(
        Mode.LIVE,
        revision,
        warning,
        UUID.randomUUID(),
        PLACE,
        NAME,
        kind,
        from,
        to,
        new Text("性能测量", "bench"),
        ChinaTime.at(at),
        ChinaTime.at(at),
        null,
        Cause.PARTICULATE,
        Response.COLOURED,
        "national-2024@1",
        "office-li",
        List.of("commander-zhao", "commander-chen"),
        null);
  }
}
