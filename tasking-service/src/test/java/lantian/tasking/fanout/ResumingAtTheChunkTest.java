package lantian.tasking.fanout;

import static lantian.events.WarningLevel.ORANGE;
import static lantian.events.WarningLevel.RED;
import static lantian.events.WarningLevel.YELLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import lantian.events.AssignedDuty;
import lantian.events.DutiesAssigned;
import lantian.events.DutyDelta;
import lantian.kit.security.Role;
import org.junit.jupiter.api.Test;

/** A fan-out goes on where it was, whoever wrote the last chunk and wherever that one stopped. */
class ResumingAtTheChunkTest extends FanOutByHandTest {
  private static final List<String> ALL_UNITS =
      IntStream.range(0, 10).mapToObj(SyntheticPlans::code).toList();

  private final Revisions warning = new Revisions(SyntheticPlans.SMALL);

  @Test
  void eachUnitGetsItsDutiesAndIsToldOnceHoweverManyChunksThereAre() {
    record(warning.to(ORANGE, "2016-12-09T16:00:00"));

    assertThat(count(warning.id)).isZero();
    for (int written : new int[] {3, 6, 9}) {
      writeChunk();
      assertThat(run(warning.id, 1).nextUnit()).isEqualTo(written);
      assertThat(run(warning.id, 1).state()).isEqualTo(FanOutState.OPEN);
      assertThat(count(warning.id)).isEqualTo(3L * written);
    }
    writeChunk();

    assertThat(run(warning.id, 1).state()).isEqualTo(FanOutState.WHOLE);
    assertThat(run(warning.id, 1).finishedAt()).isNotNull();
    assertThat(claiming.claim(ME, LEASE)).isEmpty();
    assertToldOnceInThePlansOrder();
    assertThat(
            sql.sql("select code from duty where warning_id = ? order by position")
                .param(warning.id)
                .query(String.class)
                .list())
        .containsExactlyElementsOf(
            ALL_UNITS.stream()
                .flatMap(
                    unit ->
                        List.of("works", "transport", "daily").stream().map(d -> unit + "." + d))
                .toList());
    // As if all had been written at once: positions are those of the plan.
    assertThat(
            sql.sql("select distinct position % 6 from duty where warning_id = ? order by 1")
                .param(warning.id)
                .query(Integer.class)
                .list())
        .containsExactly(0, 1, 2);
  }

  @Test
  void aChunkIsMadeWhileTheOneBeforeItIsWrittenAndAgainWhereItsWriterDied() {
    record(warning.to(ORANGE, "2016-12-09T16:00:00"));
    writeChunk();
    assertThat(events.madeBy("u00000")).isEqualTo(Thread.currentThread().getName());

    var dying = claim();
    transaction.executeWithoutResult(
        died -> {
          writing.writeChunk(dying, LEASE);
          died.setRollbackOnly();
        });
    assertThat(events.madeBy("u00003")).isEqualTo("fan-out-ahead");

    leaseEnds();
    writeChunk();
    assertThat(events.madeBy("u00003")).isEqualTo(Thread.currentThread().getName());
    writeAll();
    assertThat(events.madeBy("u00009")).isEqualTo("fan-out-ahead");
    assertToldOnceInThePlansOrder();
    assertThat(count(warning.id)).isEqualTo(30);
  }

  @Test
  void whatIsMadeAheadIsNotWrittenWhereTheLevelChangedMeanwhile() {
    record(warning.to(ORANGE, "2016-12-09T16:00:00"));
    writeChunk();

    record(warning.to(RED, "2016-12-09T16:01:00"));
    writeAll();

    assertThat(outbox(warning.id, DutiesAssigned.class))
        .filteredOn(each -> !List.of("u00000", "u00001", "u00002").contains(each.unit()))
        .hasSize(7)
        .allSatisfy(each -> assertThat(each.to()).isEqualTo(RED));
    assertThat(asked(warning.id)).hasSize(50);
  }

  @Test
  void aProcessThatDiesBeforeTheCommitOfAChunkLeavesNothingOfIt() {
    record(warning.to(ORANGE, "2016-12-09T16:00:00"));
    writeChunk();
    var dying = claim();

    transaction.executeWithoutResult(
        died -> {
          writing.writeChunk(dying, LEASE);
          died.setRollbackOnly();
        });

    assertThat(run(warning.id, 1).nextUnit()).isEqualTo(3);
    assertThat(count(warning.id)).isEqualTo(9);
    assertThat(outbox(warning.id)).hasSize(3);
    assertThat(claiming.claim("another", LEASE)).isEmpty();
    leaseEnds();
    writeAll();
    assertToldOnceInThePlansOrder();
    assertThat(count(warning.id)).isEqualTo(30);
  }

  @Test
  void aProcessThatIsStartedAgainNeedNotWaitForItsOwnLease() {
    record(warning.to(ORANGE, "2016-12-09T16:00:00"));
    claim();
    claiming.freeAllOf("another");
    assertThat(claiming.claim(ME, LEASE)).isEmpty();

    claiming.freeAllOf(ME);

    writeAll();
    assertToldOnceInThePlansOrder();
  }

  @Test
  void whoHangsInTheMiddleAndComesBackWritesNothing() {
    record(warning.to(ORANGE, "2016-12-09T16:00:00"));
    var hanging = claim();
    leaseEnds();
    var another = claiming.claim("another", LEASE).orElseThrow();
    assertThat(another.token()).isGreaterThan(hanging.token());

    assertLost(hanging);
    assertThat(count(warning.id)).isZero();
    assertThat(outbox(warning.id)).isEmpty();

    writing.writeChunk(another, LEASE);
    assertLost(hanging);
    assertLost(another);
    writeAll();
    assertToldOnceInThePlansOrder();
    assertThat(count(warning.id)).isEqualTo(30);
  }

  @Test
  void whoHangsAfterWritingAndBeforeItsCommitFindsTheTransactionEnded() {
    record(warning.to(ORANGE, "2016-12-09T16:00:00"));
    var hanging = claim();

    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    _ -> {
                      writing.writeChunk(hanging, java.time.Duration.ofMillis(200));
                      // The database ends what says nothing for so long; nobody waits for its
                      // locks.
                      leaseEndsElsewhere();
                    }))
        .isInstanceOf(RuntimeException.class);

    assertToldOnceInThePlansOrder();
    assertThat(count(warning.id)).isEqualTo(30);
  }

  /** In a session of its own, while the other one holds its locks and says nothing. */
  private void leaseEndsElsewhere() {
    var other =
        Thread.ofPlatform()
            .start(
                () -> {
                  leaseEnds();
                  writeAll();
                });
    try {
      other.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theSameRevisionOrAnOlderOneChangesNothingHalfWayThrough() {
    var first = warning.to(YELLOW, "2016-12-09T16:00:00");
    var second = warning.to(ORANGE, "2016-12-09T16:01:00");
    var third = warning.to(RED, "2016-12-09T16:02:00");
    record(third);
    writeChunk();

    for (var late : List.of(first, second, second, third)) {
      assertThat(recording.record(late, late.publishedAt())).isFalse();
    }

    assertThat(run(warning.id, 3).nextUnit()).isEqualTo(3);
    writeAll();
    assertToldOnceInThePlansOrder();
    assertThat(outbox(warning.id)).allSatisfy(each -> assertThat(version(each)).isEqualTo(3));
    assertThat(count(warning.id)).isEqualTo(50);
  }

  @Test
  void aPlanThatChangedHalfWayThroughIsFollowedByAllUnits() {
    record(warning.to(ORANGE, "2016-12-09T16:00:00"));
    writeChunk();
    plans.use(SyntheticPlans.plan(SyntheticPlans.SMALL, 2, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));

    writeAll();

    assertThat(run(warning.id, 1).planVersion()).isEqualTo("990001@2");
    assertThat(run(warning.id, 1).units()).isEqualTo(11);
    assertThat(asked(warning.id)).hasSize(33).noneMatch(code -> code.startsWith("u00000"));
    assertThat(count(warning.id, "unit = 'u00000' and state = 'WITHDRAWN'")).isEqualTo(3);
    var toldAgain =
        outbox(warning.id, DutiesAssigned.class).stream()
            .filter(each -> each.unit().equals("u00001"))
            .toList();
    assertThat(toldAgain).hasSize(2);
    assertThat(toldAgain.getLast().planVersion()).isEqualTo("990001@2");
    assertThat(toldAgain.getLast().duties().stream().map(AssignedDuty::delta))
        .containsOnly(DutyDelta.KEPT);
  }

  @Test
  void aPlanThatIsOlderThanTheRecordedOneIsNotWrittenBy() {
    plans.use(SyntheticPlans.plan(SyntheticPlans.SMALL, 2, 1, 2, 3));
    record(warning.to(ORANGE, "2016-12-09T16:00:00"));
    plans.reset();

    assertThatThrownBy(this::writeChunk).hasMessageContaining("990001@2 is not known here");
    assertThat(count(warning.id)).isZero();
  }

  @Test
  void newDaysWaitUntilEveryUnitHasItsDuties() {
    record(warning.to(ORANGE, "2016-12-09T16:00:00"));
    writeChunk();

    moveTime("2016-12-10T00:00:00");
    assertThat(count(warning.id, "on_date = '2016-12-10'")).isZero();

    writeAll();
    moveTime("2016-12-10T00:01:00");
    assertThat(count(warning.id, "on_date = '2016-12-10'")).isEqualTo(10);
    assertThat(count(warning.id, "on_date = '2016-12-09'")).isEqualTo(10);
  }

  @Test
  void theDutiesAreToldInTheTraceAndAtTheTimeOfTheLevelChange() {
    var changed = warning.to(ORANGE, "2016-12-09T16:00:00");
    recording.record(changed, at("2016-12-09T16:00:07"));
    clock.stopAt(at("2016-12-11T08:00:00"));
    var recorded = claim();
    assertThat(recorded.traceparent()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[0-9a-f]");
    claiming.freeAllOf(ME);

    writeAll();

    assertThat(
            sql.sql("select distinct occurred_at from outbox where key = ?")
                .param(warning.id.toString())
                .query((rs, _) -> rs.getTimestamp(1).toInstant())
                .list())
        .containsExactly(at("2016-12-09T16:00:07"));
    assertThat(outbox(warning.id, DutiesAssigned.class))
        .allSatisfy(each -> assertThat(each.assignedAt()).isEqualTo("2016-12-09T16:00+08:00"));
    assertThat(
            sql.sql("select distinct assigned_at from duty where warning_id = ?")
                .param(warning.id)
                .query((rs, _) -> rs.getTimestamp(1).toInstant())
                .list())
        .containsExactly(at("2016-12-09T16:00:00"));
  }

  @Test
  void theServiceHasNotSettledBeforeItIsWhole() {
    record(warning.to(ORANGE, "2016-12-09T16:00:00"));
    writeChunk();
    assertThat(fanOutsLeft()).isEqualTo(1);

    writeAll();
    assertThat(fanOutsLeft()).isZero();
  }

  private long fanOutsLeft() {
    return rest.as(Role.OPERATOR)
        .get("/local/settled")
        .json()
        .path("remaining")
        .path("fan-outs")
        .asLong(-1);
  }

  private void moveTime(String localTime) {
    var answer =
        rest.as(Role.OPERATOR)
            .post("/local/clock", java.util.Map.of("now", localTime + "+08:00", "ticking", false));
    assertThat(answer.status()).isEqualTo(200);
  }

  private void assertToldOnceInThePlansOrder() {
    assertThat(outbox(warning.id, DutiesAssigned.class).stream().map(DutiesAssigned::unit))
        .containsExactlyElementsOf(ALL_UNITS);
    assertThat(outbox(warning.id)).hasSize(ALL_UNITS.size());
  }

  private static long version(lantian.events.DutiesEvent event) {
    return ((DutiesAssigned) event).version();
  }
}
