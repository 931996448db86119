package lantian.tasking.fanout;

import static java.util.concurrent.TimeUnit.SECONDS;
import static lantian.events.WarningLevel.NONE;
import static lantian.events.WarningLevel.ORANGE;
import static lantian.events.WarningLevel.RED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import lantian.events.DutiesAssigned;
import lantian.events.Occasion;
import lantian.kit.security.Role;
import lantian.tasking.response.AddingDailyDuties;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A new day goes on where it was, whoever wrote the last chunk and wherever that one stopped. */
class AddingDailyDutiesInChunksTest extends FanOutByHandTest {
  private static final Instant TENTH = at("2016-12-10T00:00:00");
  private static final List<String> ALL_UNITS =
      IntStream.range(0, 10).mapToObj(SyntheticPlans::code).toList();

  @Autowired AddingDailyDuties adding;

  private final Revisions warning = new Revisions(SyntheticPlans.SMALL);

  private void orangeOnTheNinth() {
    record(warning.to(ORANGE, "2016-12-09T16:00:00"));
    writeAll();
  }

  private boolean addChunk() {
    return adding.addChunk(warning.id, TENTH, LEASE);
  }

  private void addAll() {
    while (addChunk()) {
      // until none is left
    }
  }

  private long dutiesOf(String date) {
    return count(warning.id, "on_date = '" + date + "'");
  }

  /** The units that were told of a new day, in the order in which they were. */
  private List<String> toldOfANewDay() {
    return outbox(warning.id, DutiesAssigned.class).stream()
        .filter(each -> each.occasion() == Occasion.DAILY)
        .map(DutiesAssigned::unit)
        .toList();
  }

  @Test
  void eachUnitHasTheNewDayAndIsToldOnceHoweverManyChunksThereAre() {
    orangeOnTheNinth();

    for (int written : new int[] {3, 6, 9, 10}) {
      assertThat(adding.lacking(TENTH)).containsExactly(warning.id);
      assertThat(addChunk()).isTrue();
      assertThat(dutiesOf("2016-12-10")).isEqualTo(written);
    }

    assertThat(adding.lacking(TENTH)).isEmpty();
    assertThat(addChunk()).isFalse();
    assertThat(toldOfANewDay()).containsExactlyElementsOf(ALL_UNITS);
  }

  @Test
  void aChunkThatIsFullToTheLastUnitIsTheLast() {
    plans.use(SyntheticPlans.plan(SyntheticPlans.SMALL, 2, 0, 1, 2));
    orangeOnTheNinth();

    assertThat(addChunk()).isTrue();

    assertThat(adding.lacking(TENTH)).isEmpty();
    assertThat(dutiesOf("2016-12-10")).isEqualTo(3);
  }

  @Test
  void aProcessThatDiesBeforeTheCommitOfAChunkLeavesNothingOfIt() {
    orangeOnTheNinth();
    addChunk();

    transaction.executeWithoutResult(
        died -> {
          assertThat(addChunk()).isTrue();
          died.setRollbackOnly();
        });

    assertThat(dutiesOf("2016-12-10")).isEqualTo(3);
    assertThat(toldOfANewDay()).hasSize(3);
    addAll();
    assertThat(toldOfANewDay()).containsExactlyElementsOf(ALL_UNITS);
    assertThat(dutiesOf("2016-12-10")).isEqualTo(10);
  }

  @Test
  void whoComesWhileSomebodyIsAtItDoesNotWait() {
    orangeOnTheNinth();

    transaction.executeWithoutResult(
        _ -> {
          assertThat(addChunk()).isTrue();
          assertThat(CompletableFuture.supplyAsync(this::addChunk).orTimeout(5, SECONDS).join())
              .isFalse();
        });

    assertThat(dutiesOf("2016-12-10")).isEqualTo(3);
  }

  @Test
  void severalInstancesShareTheChunks() throws Exception {
    orangeOnTheNinth();
    Callable<Boolean> instance =
        () -> {
          while (!adding.lacking(TENTH).isEmpty()) {
            addChunk();
          }
          return true;
        };

    try (var instances = Executors.newFixedThreadPool(4)) {
      for (var each : instances.invokeAll(List.of(instance, instance, instance, instance))) {
        assertThat(each.get()).isTrue();
      }
    }

    assertThat(dutiesOf("2016-12-10")).isEqualTo(10);
    assertThat(toldOfANewDay()).containsExactlyInAnyOrderElementsOf(ALL_UNITS);
  }

  @Test
  void whoHangsBeforeItsCommitFindsTheTransactionEndedAndOthersGoOn() {
    orangeOnTheNinth();

    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    _ -> {
                      adding.addChunk(warning.id, TENTH, Duration.ofMillis(200));
                      CompletableFuture.runAsync(
                              () -> await().atMost(20, SECONDS).until(this::addChunk))
                          .join();
                    }))
        .isInstanceOf(RuntimeException.class);

    addAll();
    assertThat(toldOfANewDay()).containsExactlyElementsOf(ALL_UNITS);
    assertThat(dutiesOf("2016-12-10")).isEqualTo(10);
  }

  @Test
  void aLevelThatChangesBetweenTwoChunksLeavesNoUnitWithoutItsDay() {
    orangeOnTheNinth();
    addChunk();
    record(warning.to(RED, "2016-12-10T00:01:00"));
    assertThat(addChunk()).as("it waits for the fan-out").isFalse();
    writeAll();

    addAll();

    assertThat(dutiesOf("2016-12-09")).isEqualTo(10);
    assertThat(dutiesOf("2016-12-10")).isEqualTo(10);
    assertThat(toldOfANewDay()).containsExactlyInAnyOrderElementsOf(ALL_UNITS);
  }

  @Test
  void aLiftBetweenTwoChunksEndsIt() {
    orangeOnTheNinth();
    addChunk();
    record(warning.to(NONE, "2016-12-10T00:01:00"));
    writeAll();

    assertThat(addChunk()).isFalse();
    assertThat(adding.lacking(TENTH)).isEmpty();
    assertThat(dutiesOf("2016-12-10")).isEqualTo(3);
    assertThat(count(warning.id, "on_date is not null and state = 'WITHDRAWN'")).isEqualTo(13);
  }

  @Test
  void aDayThatBeginsBetweenTwoChunksIsAddedForAllUnitsWithWhatTheyLack() {
    orangeOnTheNinth();
    addChunk();

    while (adding.addChunk(warning.id, at("2016-12-11T00:00:00"), LEASE)) {
      // until none is left
    }

    assertThat(dutiesOf("2016-12-10")).isEqualTo(10);
    assertThat(dutiesOf("2016-12-11")).isEqualTo(10);
    assertThat(toldOfANewDay()).hasSize(13);
  }

  @Test
  void aResponseThatFailsIsTriedAgainAndHoldsUpNoOther() {
    orangeOnTheNinth();
    var other = new Revisions(SyntheticPlans.OTHER);
    record(other.to(ORANGE, "2016-12-09T16:00:00"));
    writeAll();
    comesFirst(warning.id);
    events.breakFor(warning.id, "u00004");

    moveTime("2016-12-10T00:00:00");

    assertThat(dutiesOf("2016-12-10")).as("the chunk before it stays").isEqualTo(3);
    assertThat(count(other.id, "on_date = '2016-12-10'")).isEqualTo(10);
    events.repair();
    moveTime("2016-12-10T00:01:00");
    assertThat(dutiesOf("2016-12-10")).isEqualTo(10);
    assertThat(toldOfANewDay()).containsExactlyElementsOf(ALL_UNITS);
  }

  private void comesFirst(UUID longest) {
    sql.sql("update response set daily_through = '2016-12-08' where warning_id = ?")
        .param(longest)
        .update();
  }

  private void moveTime(String localTime) {
    var answer =
        rest.as(Role.OPERATOR)
            .post("/local/clock", Map.of("now", localTime + "+08:00", "ticking", false));
    assertThat(answer.status()).isEqualTo(200);
  }
}
