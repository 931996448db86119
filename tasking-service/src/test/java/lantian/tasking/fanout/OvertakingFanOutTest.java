package lantian.tasking.fanout;

import static lantian.events.WarningLevel.NONE;
import static lantian.events.WarningLevel.ORANGE;
import static lantian.events.WarningLevel.RED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lantian.events.AssignedDuty;
import lantian.events.DutiesAssigned;
import lantian.events.DutiesWithdrawn;
import lantian.events.DutyDelta;
import org.junit.jupiter.api.Test;

/** A level changes again while its last change is on its way to the units. */
class OvertakingFanOutTest extends FanOutByHandTest {
  private final Revisions warning = new Revisions(SyntheticPlans.SMALL);

  @Test
  void theNewerChangeTakesOverAndNoUnitSeesTheOlderAfterIt() {
    record(warning.to(ORANGE, "2016-12-09T16:00:00"));
    writeChunk();
    accept("u00001");
    var overtaken = claim();

    record(warning.to(RED, "2016-12-09T16:05:00"));

    assertLost(overtaken);
    assertThat(run(warning.id, 1).state()).isEqualTo(FanOutState.SUPERSEDED);
    assertThat(run(warning.id, 1).nextUnit()).isEqualTo(3);
    writeAll();
    assertThat(run(warning.id, 2).state()).isEqualTo(FanOutState.WHOLE);
    var told = toldByUnit();
    assertThat(told).hasSize(10);
    told.forEach(
        (unit, events) ->
            assertThat(events.stream().map(DutiesAssigned::version))
                .as(unit)
                .containsExactlyElementsOf(
                    unit.compareTo("u00003") < 0 ? List.of(1L, 2L) : List.of(2L)));
    assertThat(deltas("u00001"))
        .isEqualTo(
            Map.of(
                "works", DutyDelta.TIGHTENED,
                "transport", DutyDelta.KEPT,
                "daily", DutyDelta.KEPT,
                "patrol", DutyDelta.ADDED,
                "stop", DutyDelta.ADDED));
    assertThat(deltas("u00003").values()).containsOnly(DutyDelta.ADDED);
    assertThat(asked(warning.id)).hasSize(50);
  }

  @Test
  void aChangeThatIsReadWhileAChunkIsWrittenDoesNotWaitForItAndEndsIt() {
    record(warning.to(ORANGE, "2016-12-09T16:00:00"));
    var overtaken = claim();
    var red = warning.to(RED, "2016-12-09T16:05:00");
    events.meanwhile(() -> recording.record(red, red.publishedAt()));

    assertLost(overtaken);

    assertThat(count(warning.id)).isZero();
    assertThat(outbox(warning.id)).isEmpty();
    writeAll();
    assertThat(outbox(warning.id, DutiesAssigned.class))
        .hasSize(10)
        .allSatisfy(each -> assertThat(each.version()).isEqualTo(2));
  }

  @Test
  void whoLosesTheClaimWhileWritingKeepsNothingOfTheChunk() {
    record(warning.to(ORANGE, "2016-12-09T16:00:00"));
    var late = claim();
    events.meanwhile(
        () -> {
          leaseEnds();
          assertThat(claiming.claim("another", LEASE)).isPresent();
        });

    assertLost(late);

    assertThat(count(warning.id)).isZero();
    assertThat(outbox(warning.id)).isEmpty();
    assertThat(run(warning.id, 1).nextUnit()).isZero();
  }

  @Test
  void whoAcceptedUnderTheOvertakenChangeIsNotAskedAgain() {
    record(warning.to(ORANGE, "2016-12-09T16:00:00"));
    writeChunk();
    accept("u00001");
    record(warning.to(RED, "2016-12-09T16:05:00"));

    writeAll();

    var accepted = new HashMap<String, Boolean>();
    lastTold("u00001").duties().forEach(duty -> accepted.put(what(duty), duty.accepted()));
    assertThat(accepted)
        .isEqualTo(
            Map.of(
                "works", true, "transport", true, "daily", true, "patrol", false, "stop", false));
  }

  @Test
  void aLiftWhileAFanOutIsUnderWayWithdrawsWhatIsWrittenAndNothingFollows() {
    record(warning.to(RED, "2016-12-09T16:00:00"));
    writeChunk();

    record(warning.to(NONE, "2016-12-09T16:05:00"));
    writeAll();

    assertThat(count(warning.id, "level = 'RED'")).isEqualTo(15);
    assertThat(count(warning.id, "level = 'RED' and state = 'WITHDRAWN'")).isEqualTo(15);
    assertThat(asked(warning.id))
        .hasSize(10)
        .allSatisfy(duty -> assertThat(duty).contains(".evaluation"));
    assertThat(outbox(warning.id, DutiesAssigned.class).stream().filter(e -> e.version() == 1))
        .hasSize(3);
    assertThat(outbox(warning.id, DutiesWithdrawn.class).stream().map(DutiesWithdrawn::unit))
        .startsWith("u00000", "u00001", "u00002")
        .doesNotHaveDuplicates();
    var last = outbox(warning.id).getLast();
    assertThat(last).isInstanceOf(DutiesAssigned.class);
  }

  @Test
  void whatWasAskedByAnEarlierPlanIsWithdrawnThoughTwoChangesOvertookEachOther() {
    record(warning.to(ORANGE, "2016-12-09T16:00:00"));
    writeAll();
    plans.use(SyntheticPlans.plan(SyntheticPlans.SMALL, 2, 1, 2, 3, 4, 5));
    record(warning.to(RED, "2016-12-09T16:05:00"));
    writeChunk();
    record(warning.to(ORANGE, "2016-12-09T16:10:00"));

    writeAll();

    assertThat(asked(warning.id))
        .hasSize(15)
        .allSatisfy(duty -> assertThat(duty).matches("u0000[1-5]\\..*"));
    assertThat(count(warning.id, "unit = 'u00009' and state = 'WITHDRAWN'")).isEqualTo(3);
  }

  @Test
  void aRevisionThatAnInstanceOfTheVersionBeforeWroteInOneGoOvertakesToo() {
    record(warning.to(ORANGE, "2016-12-09T16:00:00"));
    writeChunk();
    sql.sql("update response set revision = 2 where warning_id = ?").param(warning.id).update();

    writeAll();

    assertThat(run(warning.id, 1).state()).isEqualTo(FanOutState.SUPERSEDED);
    assertThat(count(warning.id)).isEqualTo(9);
  }

  @Test
  void theHigherLevelIsWrittenFirst() {
    var other = new Revisions(SyntheticPlans.OTHER);
    record(warning.to(ORANGE, "2016-12-09T16:00:00"));
    record(other.to(RED, "2016-12-09T16:01:00"));

    writeChunk();

    assertThat(count(other.id)).isPositive();
    assertThat(count(warning.id)).isZero();
  }

  @Test
  void aFalseAlarmIsTakenBackBeforeAnyLevelIsWritten() {
    record(warning.to(ORANGE, "2016-12-09T16:00:00"));
    writeAll();
    var other = new Revisions(SyntheticPlans.OTHER);
    record(other.to(RED, "2016-12-09T16:01:00"));
    record(warning.cancelled("2016-12-09T16:02:00"));

    assertThat(claim().run().warning()).isEqualTo(warning.id);
  }

  @Test
  void twoInstancesWriteTwoFanOuts() {
    var other = new Revisions(SyntheticPlans.OTHER);
    record(warning.to(ORANGE, "2016-12-09T16:00:00"));
    record(other.to(ORANGE, "2016-12-09T16:01:00"));

    var mine = claiming.claim(ME, LEASE).orElseThrow();
    var theirs = claiming.claim("another", LEASE).orElseThrow();

    assertThat(List.of(mine.run().warning(), theirs.run().warning()))
        .containsExactlyInAnyOrder(warning.id, other.id);
    assertThat(claiming.claim("a third", LEASE)).isEmpty();
  }

  private void accept(String unit) {
    var answer =
        rest.asLiaisonOf(unit, SyntheticPlans.SMALL)
            .post("/api/v1/duties/accept", Map.of("warningId", warning.id));
    assertThat(answer.status()).isEqualTo(200);
  }

  private Map<String, List<DutiesAssigned>> toldByUnit() {
    return outbox(warning.id, DutiesAssigned.class).stream()
        .collect(java.util.stream.Collectors.groupingBy(DutiesAssigned::unit));
  }

  private DutiesAssigned lastTold(String unit) {
    return outbox(warning.id, DutiesAssigned.class).stream()
        .filter(each -> each.unit().equals(unit))
        .toList()
        .getLast();
  }

  private Map<String, DutyDelta> deltas(String unit) {
    var deltas = new HashMap<String, DutyDelta>();
    lastTold(unit).duties().forEach(duty -> deltas.put(what(duty), duty.delta()));
    return deltas;
  }

  private static String what(AssignedDuty duty) {
    return duty.code().substring(duty.code().indexOf('.') + 1);
  }
}
