package lantian.bench.run;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import lantian.events.AssignedDuty;
import lantian.events.ChinaTime;
import lantian.events.DutyDelta;
import lantian.events.DutyKind;
import lantian.events.DutyPhase;
import lantian.events.Text;

/** What a level change gives a unit to do, of the length that duties of a plan have. */
public final class SampleDuties {
  private static final int SECONDS_TO_ACT = 14_400;

  private SampleDuties() {}

  /** So many duties of a unit, due some hours after this time. */
  public static List<AssignedDuty> of(String unit, int duties, Instant at) {
    return IntStream.range(0, duties).mapToObj(number -> duty(unit, number, at)).toList();
  }

  private static AssignedDuty duty(String unit, int number, Instant at) {
    return new AssignedDuty(
        UUID.randomUUID(),
        1,
        unit + ".d" + number,
        new Text("按照一厂一策落实红色预警减排措施", "Carry out the measures of the plant's own plan for red"),
        null,
        DutyKind.ACTION,
        DutyPhase.IN_FORCE,
        DutyDelta.ADDED,
        false,
        null,
        null,
        ChinaTime.at(at.plusSeconds(SECONDS_TO_ACT)),
        null,
        "dengkou#15/3",
        false);
  }
}
