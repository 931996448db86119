package lantian.bench.duties;

import static lantian.events.WarningLevel.ORANGE;
import static lantian.events.WarningLevel.RED;
import static lantian.events.WarningLevel.YELLOW;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import lantian.events.DutyKind;
import lantian.events.DutyPhase;
import lantian.events.Response;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.tasking.plan.Cadence;
import lantian.tasking.plan.Deadline;
import lantian.tasking.plan.EvaluationReport;
import lantian.tasking.plan.Plan;
import lantian.tasking.plan.PlanUnit;
import lantian.tasking.plan.PlannedDuty;
import lantian.tasking.plan.Plans;
import lantian.tasking.plan.UnitKind;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;

/**
 * Plans of as many firms as their place's code says: {@code 010000} has ten thousand. Each firm has
 * five duties at red. Only the plan that was asked for last is kept.
 */
@Primary
final class PlansOfFirms implements Plans {

  static final int DUTIES_OF_A_FIRM = 5;

  private static final List<Text> STATEMENTS =
      List.of(
          new Text(
              "停止涉气工序生产，按一厂一策落实红色预警减排比例",
              "Stop the polluting processes as the plant's own plan for red says"),
          new Text(
              "停止使用国五及以下重型货车运输物料", "Use no heavy lorries of China V or older to move materials"),
          new Text(
              "厂区道路每日洒水、清扫不少于四次",
              "Sprinkle and sweep the roads of the plant four times a day at least"),
          new Text("物料堆场全部苫盖，停止装卸作业", "Cover all heaps of material and stop loading"),
          new Text("上报停限产措施落实情况", "Report how far the measures are carried out"));

  private static final Text EVIDENCE =
      new Text(
          "现场照片、用电量曲线和运输台账", "Photographs, the curve of power used, and the book of transports");

  private volatile Optional<Plan> latest = Optional.empty();

  static String place(int firms) {
    return "%06d".formatted(firms);
  }

  @Override
  public synchronized Optional<Plan> of(String jurisdiction) {
    if (latest.filter(plan -> plan.jurisdiction().equals(jurisdiction)).isEmpty()) {
      latest = Optional.empty();
      latest = Optional.of(plan(jurisdiction, Integer.parseInt(jurisdiction)));
    }
    return latest;
  }

  @Override
  public List<Plan> all() {
    return latest.stream().toList();
  }

  private static Plan plan(String place, int firms) {
    var units = new ArrayList<PlanUnit>(firms);
    for (int i = 0; i < firms; i++) {
      units.add(firm(i));
    }
    return new Plan(
        place,
        new Text("应急减排清单", "Register of firms and measures"),
        place + "@1",
        new Text("清单", "Register"),
        new EvaluationReport(
            code(0) + ".evaluation", code(0), new Deadline.WorkingDays(5), List.of(), false),
        units);
  }

  private static String code(int firm) {
    return "f%06d".formatted(firm);
  }

  private static PlanUnit firm(int number) {
    var code = code(number);
    var duties = new ArrayList<PlannedDuty>();
    for (int i = 0; i < DUTIES_OF_A_FIRM; i++) {
      duties.add(duty(code + ".d" + i, STATEMENTS.get(i), EVIDENCE, YELLOW, ORANGE, RED));
    }
    if (number == 0) {
      duties.add(duty(code + ".evaluation", STATEMENTS.getLast(), null));
    }
    return new PlanUnit(
        code, new Text("企业 " + number, "Firm " + number), UnitKind.DEPARTMENT, duties);
  }

  private static PlannedDuty duty(
      String code, Text statement, @Nullable Text evidence, WarningLevel... levels) {
    boolean inForce = levels.length > 0;
    return new PlannedDuty(
        code,
        statement,
        inForce ? DutyPhase.IN_FORCE : DutyPhase.AFTER_LIFT,
        set(levels),
        set(Response.COLOURED),
        DutyKind.ACTION,
        Cadence.ONCE,
        inForce ? new Deadline.After(Duration.ofHours(4)) : new Deadline.WorkingDays(5),
        evidence,
        List.of(),
        Map.of(),
        "dengkou#15/3",
        false);
  }

  @SafeVarargs
  private static <T> SequencedSet<T> set(T... values) {
    return new LinkedHashSet<>(List.of(values));
  }
}
