package lantian.tasking.response;

import static lantian.events.DutyDelta.ADDED;
import static lantian.events.DutyDelta.EASED;
import static lantian.events.DutyDelta.KEPT;
import static lantian.events.DutyDelta.TIGHTENED;
import static lantian.events.WarningLevel.NONE;
import static lantian.events.WarningLevel.ORANGE;
import static lantian.events.WarningLevel.RED;
import static lantian.events.WarningLevel.YELLOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantian.events.ChangeKind;
import lantian.events.DutyKind;
import lantian.events.DutyPhase;
import lantian.events.Mode;
import lantian.events.Response;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.tasking.duty.Acceptance;
import lantian.tasking.duty.Duty;
import lantian.tasking.duty.DutyState;
import lantian.tasking.duty.Outcome;
import lantian.tasking.fanout.LevelBefore;
import lantian.tasking.plan.Cadence;
import lantian.tasking.plan.Deadline;
import lantian.tasking.plan.EvaluationReport;
import lantian.tasking.plan.Plan;
import lantian.tasking.plan.PlanUnit;
import lantian.tasking.plan.PlannedDuty;
import lantian.tasking.plan.UnitKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fan-out as a rule, on a plan of four duties. */
class FanOutTest {
  private static final UUID WARNING = UUID.fromString("00000000-0000-0000-0000-000000000001");
  private static final WorkingDays EVERY_DAY = LocalDate::plusDays;

  @Test
  void aDutyDoneOnceIsDueSoLongAfterTheResponseBegins() {
    var fanOut = fanOut(change(1, NONE, YELLOW, "2016-12-09T16:04"), null, List.of());
    assertThat(duty(fanOut.added(), "zjj.sites").assignment().dueAt())
        .isEqualTo(at("2016-12-09T20:04"));
  }

  @Test
  void whereTheResponseBeginsLaterTheDeadlineCountsFromThen() {
    var change = change(1, NONE, YELLOW, "2016-12-09T16:04", "2016-12-10T20:00");
    var fanOut = fanOut(change, null, List.of());
    assertThat(duty(fanOut.added(), "zjj.sites").assignment().dueAt())
        .isEqualTo(at("2016-12-11T00:00"));
    assertThat(duty(fanOut.added(), "zjj.report").assignment().onDate()).isEqualTo("2016-12-11");
  }

  @ParameterizedTest
  @CsvSource({
    "2016-12-09T16:59, 2016-12-09",
    "2016-12-09T17:00, 2016-12-09",
    "2016-12-09T17:01, 2016-12-10",
    "2016-12-31T23:59, 2017-01-01",
  })
  void aDailyDutyBeginsOnTheFirstDateWhoseHourIsNotPast(String published, LocalDate first) {
    var fanOut = fanOut(change(1, NONE, YELLOW, published), null, List.of());
    var daily = duty(fanOut.added(), "zjj.report").assignment();
    assertThat(daily.onDate()).isEqualTo(first);
    assertThat(daily.dueAt()).isEqualTo(at(first + "T17:00"));
  }

  @Test
  void theIdsFollowFromWhatIsAsked() {
    var change = change(1, NONE, YELLOW, "2016-12-09T16:04");
    var once = fanOut(change, null, List.of());
    var again = fanOut(change, null, List.of());
    assertThat(once.added()).isEqualTo(again.added());
    assertThat(once.added().stream().map(Duty::id)).doesNotHaveDuplicates();
    assertThat(once.added())
        .allSatisfy(duty -> assertThat(duty.id().value().version()).isEqualTo(5));
  }

  @Test
  void aDutyWithAnotherMeasureIsReplacedAndItsAcceptanceCarriedOver() {
    var asked = accepted(fanOut(change(1, NONE, YELLOW, "2016-12-09T16:04"), null, List.of()));
    var fanOut = fanOut(change(2, YELLOW, RED, "2016-12-09T18:00"), inForce(YELLOW), asked);

    var tightened = listed(fanOut, "zjj.sites");
    assertThat(tightened.delta()).isEqualTo(TIGHTENED);
    assertThat(tightened.duty().assignment().replaces()).isEqualTo(duty(asked, "zjj.sites").id());
    assertThat(tightened.duty().state()).isEqualTo(DutyState.ACCEPTED);
    assertThat(tightened.duty().acceptance()).isEqualTo(duty(asked, "zjj.sites").acceptance());
    assertThat(fanOut.replaced()).contains(duty(asked, "zjj.sites").id());
    assertThat(listed(fanOut, "zjj.patrol").delta()).isEqualTo(ADDED);
    assertThat(fanOut.withdrawn()).isEmpty();
  }

  @Test
  void aDutyWithTheSameMeasureIsKeptAsItIs() {
    var asked = accepted(fanOut(change(1, NONE, YELLOW, "2016-12-09T16:04"), null, List.of()));
    var fanOut = fanOut(change(2, YELLOW, ORANGE, "2016-12-09T18:00"), inForce(YELLOW), asked);

    assertThat(listed(fanOut, "zjj.sites"))
        .isEqualTo(new UnitDuties.Listed(duty(asked, "zjj.sites"), KEPT));
    assertThat(fanOut.replaced()).isEmpty();
  }

  @Test
  void onTheWayDownADutyIsEasedOrWithdrawn() {
    var asked = accepted(fanOut(change(1, NONE, RED, "2016-12-09T16:04"), null, List.of()));
    var fanOut = fanOut(change(2, RED, YELLOW, "2016-12-10T18:00"), inForce(RED), asked);

    assertThat(listed(fanOut, "zjj.sites").delta()).isEqualTo(EASED);
    assertThat(fanOut.withdrawn()).containsExactly(duty(asked, "zjj.patrol").id());
  }

  @Test
  void aDailyDutyWithAnotherMeasureLeavesItsEarlierDatesAlone() {
    var first = fanOut(change(1, NONE, YELLOW, "2016-12-09T16:04"), null, List.of());
    var ninth = duty(first.added(), "zjj.report");
    var tenth = onThe(ninth, "2016-12-10");
    var fanOut =
        fanOut(change(2, YELLOW, RED, "2016-12-10T12:00"), inForce(YELLOW), List.of(ninth, tenth));

    var tightened = listed(fanOut, "zjj.report").duty().assignment();
    assertThat(tightened.onDate()).isEqualTo("2016-12-10");
    assertThat(tightened.replaces()).isEqualTo(tenth.id());
    assertThat(fanOut.replaced()).containsExactly(tenth.id());
    assertThat(fanOut.withdrawn()).isEmpty();
  }

  @Test
  void aDailyDutyThatIsDoneForTodayGetsItsOtherMeasureFromTomorrow() {
    var first = fanOut(change(1, NONE, YELLOW, "2016-12-09T16:04"), null, List.of());
    var done = completed(duty(first.added(), "zjj.report"), at("2016-12-09T16:30"));
    var fanOut = fanOut(change(2, YELLOW, RED, "2016-12-09T16:40"), inForce(YELLOW), List.of(done));

    var tightened = listed(fanOut, "zjj.report").duty();
    assertThat(tightened.assignment().onDate()).isEqualTo("2016-12-10");
    assertThat(tightened.assignment().dueAt()).isEqualTo(at("2016-12-10T17:00"));
    assertThat(tightened.state()).isEqualTo(DutyState.ACCEPTED);
    assertThat(fanOut.replaced()).isEmpty();
  }

  @Test
  void aDailyDutyLeavesOutNoDayWhereTheStricterLevelBeginsLater() {
    var asked = fanOut(change(1, NONE, YELLOW, "2016-12-09T16:04"), null, List.of()).added();
    var later = change(2, YELLOW, RED, "2016-12-09T18:00", "2016-12-11T20:00");
    var fanOut = fanOut(later, inForce(YELLOW), asked);

    assertThat(listed(fanOut, "zjj.report").duty().assignment().onDate()).isEqualTo("2016-12-10");
    assertThat(listed(fanOut, "zjj.sites").duty().assignment().dueAt())
        .isEqualTo(at("2016-12-12T00:00"));
  }

  @Test
  void aRevisionThatOvertookTheOnesBeforeItAsksForEverythingAnew() {
    var fanOut = fanOut(change(3, ORANGE, RED, "2016-12-09T16:04"), null, List.of());
    assertThat(fanOut.units())
        .singleElement()
        .satisfies(
            unit ->
                assertThat(unit.list())
                    .hasSize(3)
                    .allSatisfy(each -> assertThat(each.delta()).isEqualTo(ADDED)));
  }

  @Test
  void aLiftThatOvertookTheOnesBeforeItStillAsksForTheReport() {
    var fanOut = fanOut(change(3, ORANGE, NONE, "2016-12-09T16:04"), null, List.of());
    assertThat(fanOut.added())
        .singleElement()
        .satisfies(
            duty -> {
              assertThat(duty.assignment().code()).isEqualTo("zjj.evaluation");
              assertThat(duty.assignment().dueAt()).isEqualTo(at("2016-12-14T23:59:59"));
              assertThat(duty.assignment().level()).isEqualTo(NONE);
            });
  }

  private static FanOut fanOut(LevelChange change, @Nullable LevelBefore before, List<Duty> asked) {
    return new FanOut(change, plan().chunk(0, 0, 100), before, asked, new DueTimes(EVERY_DAY));
  }

  private static LevelBefore inForce(WarningLevel level) {
    return new LevelBefore(level, Response.COLOURED);
  }

  private static LevelChange change(
      long revision, WarningLevel from, WarningLevel to, String published) {
    return change(revision, from, to, published, published);
  }

  private static LevelChange change(
      long revision, WarningLevel from, WarningLevel to, String published, String validFrom) {
    return new LevelChange(
        WARNING,
        revision,
        Mode.LIVE,
        "150822",
        "磴口县",
        to == NONE ? ChangeKind.LIFT : ChangeKind.UPGRADE,
        from,
        to,
        Response.COLOURED,
        at(published),
        at(validFrom),
        null);
  }

  private static Instant at(String local) {
    return OffsetDateTime.parse((local.length() == 16 ? local + ":00" : local) + "+08:00")
        .toInstant();
  }

  private static List<Duty> accepted(FanOut fanOut) {
    var result = new ArrayList<Duty>();
    for (var duty : fanOut.added()) {
      result.add(Duty.assigned(duty.assignment(), new Acceptance("li", at("2016-12-09T16:10"))));
    }
    return result;
  }

  private static Duty onThe(Duty duty, String date) {
    var day = LocalDate.parse(date);
    return Duty.assigned(duty.assignment().on(day, at(date + "T00:00"), at(date + "T17:00")), null);
  }

  private static Duty completed(Duty duty, Instant at) {
    if (duty.complete("li", at, "已报") instanceof Outcome.Done done) {
      return done.duty();
    }
    throw new AssertionError();
  }

  private static Duty duty(List<Duty> duties, String code) {
    return duties.stream()
        .filter(duty -> duty.assignment().code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static UnitDuties.Listed listed(FanOut fanOut, String code) {
    return fanOut.units().stream()
        .flatMap(unit -> unit.list().stream())
        .filter(each -> each.duty().assignment().code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  /** Sites at every level, stricter at red; patrols at red; a daily report, longer at red. */
  private static Plan plan() {
    var measures =
        Map.of(YELLOW, new Text("停土石方", "No earthworks"), RED, new Text("全停", "All works stop"));
    return new Plan(
        "150822",
        new Text("预案", "Plan"),
        "150822@1",
        new Text("清单", "List"),
        new EvaluationReport(
            "zjj.evaluation", "zjj", new Deadline.WorkingDays(5), List.of(), false),
        List.of(
            new PlanUnit(
                "zjj",
                new Text("住建局", "Housing"),
                UnitKind.DEPARTMENT,
                List.of(
                    inForce(
                        "zjj.sites",
                        Cadence.ONCE,
                        new Deadline.After(Duration.ofHours(4)),
                        measures,
                        YELLOW,
                        ORANGE,
                        RED),
                    inForce(
                        "zjj.patrol",
                        Cadence.ONCE,
                        new Deadline.After(Duration.ofHours(2)),
                        Map.of(),
                        RED),
                    inForce(
                        "zjj.report",
                        Cadence.DAILY,
                        new Deadline.TimeOfDay(LocalTime.of(17, 0)),
                        measures,
                        YELLOW,
                        ORANGE,
                        RED),
                    duty(
                        "zjj.evaluation",
                        DutyPhase.AFTER_LIFT,
                        Cadence.ONCE,
                        new Deadline.WorkingDays(5),
                        Map.of())))));
  }

  private static PlannedDuty inForce(
      String code,
      Cadence cadence,
      Deadline deadline,
      Map<WarningLevel, Text> measures,
      WarningLevel... levels) {
    return duty(code, DutyPhase.IN_FORCE, cadence, deadline, measures, levels);
  }

  private static PlannedDuty duty(
      String code,
      DutyPhase phase,
      Cadence cadence,
      Deadline deadline,
      Map<WarningLevel, Text> measures,
      WarningLevel... levels) {
    return new PlannedDuty(
        code,
        new Text("做", "Do"),
        phase,
        new LinkedHashSet<>(Arrays.asList(levels)),
        new LinkedHashSet<>(List.of(Response.COLOURED)),
        DutyKind.ACTION,
        cadence,
        deadline,
        null,
        List.of(),
        measures,
        "dengkou#15/3",
        false);
  }
}
