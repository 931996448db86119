package lantian.tasking.fanout;

import static lantian.events.WarningLevel.ORANGE;
import static lantian.events.WarningLevel.RED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import lantian.kit.observability.Surveying;
import lantian.kit.security.Role;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A chunk that fails for a bug holds up nobody but its own warning, and an operator sees it. */
class FailingFanOutTest extends FanOutByHandTest {
  @Autowired private Surveying surveying;

  private final Revisions warning = new Revisions(SyntheticPlans.SMALL);

  @ParameterizedTest
  @CsvSource({"1, PT1S", "2, PT2S", "3, PT4S", "6, PT32S", "7, PT1M", "70, PT1M"})
  void thePauseDoublesUpToTheLongest(int tried, Duration pause) {
    var retrying = new Retrying(8, Duration.ofSeconds(1), Duration.ofMinutes(1));
    assertThat(retrying.pauseAfter(tried)).isEqualTo(pause);
  }

  @Test
  void afterTheLastTryItWaitsForAnOperatorAndOthersGoOn() {
    events.breakFor(warning.id, "u00004");
    record(warning.to(RED, "2016-12-09T16:00:00"));
    var other = new Revisions(SyntheticPlans.OTHER);
    record(other.to(ORANGE, "2016-12-09T16:01:00"));

    failUntilGivenUp();

    var failed = run(warning.id, 1);
    assertThat(failed.state()).isEqualTo(FanOutState.FAILED);
    assertThat(failed.nextUnit()).isEqualTo(3);
    assertThat(failed.tries()).isEqualTo(3);
    assertThat(failed.lastError()).contains("a bug at u00004");
    assertThat(count(warning.id)).isEqualTo(15);
    assertThat(run(other.id, 1).state()).isEqualTo(FanOutState.WHOLE);
    assertThat(runs.backlog().units()).isEqualTo(7);
    assertThat(runs.backlog().failed()).isEqualTo(1);
    assertThat(runs.backlog().oldest()).isPositive();
    surveying.lookNow();
    var metrics = rest.as(Role.OPERATOR).get("/actuator/prometheus").body();
    assertThat(metrics)
        .containsPattern("fanout_remaining\\{[^}]*} 7\\.0")
        .containsPattern("fanout_failed\\{[^}]*} 1\\.0")
        .containsPattern(
            "fanout_oldest_seconds\\{[^}]*} 0\\.\\d+|fanout_oldest_seconds\\{[^}]*} [1-9]");

    events.repair();
    var resumed = rest.as(Role.OPERATOR).post("/api/v1/fan-outs/" + failed.id() + "/resume", null);
    assertThat(resumed.status()).isEqualTo(200);
    assertThat(resumed.json().path("state").asString()).isEqualTo("OPEN");
    assertThat(resumed.json().path("unitsWritten").asInt()).isEqualTo(3);
    writeAll();
    assertThat(run(warning.id, 1).state()).isEqualTo(FanOutState.WHOLE);
    assertThat(asked(warning.id)).hasSize(50);
    assertThat(outbox(warning.id)).hasSize(10);
    assertThat(runs.backlog().units()).isZero();
  }

  @Test
  void aChunkThatEndsTheProcessAtEachTryIsGivenUpToo() {
    record(warning.to(ORANGE, "2016-12-09T16:00:00"));
    for (int i = 0; i < 3; i++) {
      assertThat(claiming.claim(ME, LEASE)).isPresent();
      claiming.freeAllOf(ME);
    }

    assertThat(claiming.claim(ME, LEASE)).isEmpty();

    assertThat(run(warning.id, 1).state()).isEqualTo(FanOutState.FAILED);
  }

  @Test
  void aTryThatTheDatabaseSpoiledDoesNotCount() {
    record(warning.to(ORANGE, "2016-12-09T16:00:00"));
    for (int i = 0; i < 10; i++) {
      claiming.putBack(claim());
    }

    writeAll();

    assertThat(run(warning.id, 1).state()).isEqualTo(FanOutState.WHOLE);
  }

  @Test
  void aNewerLevelTakesOverFromAFailedFanOut() {
    events.breakFor(warning.id, "u00004");
    record(warning.to(ORANGE, "2016-12-09T16:00:00"));
    failUntilGivenUp();
    events.repair();

    record(warning.to(RED, "2016-12-09T17:00:00"));
    writeAll();

    assertThat(run(warning.id, 1).state()).isEqualTo(FanOutState.SUPERSEDED);
    assertThat(asked(warning.id)).hasSize(50);
  }

  @Test
  void operatorsListThem() {
    record(warning.to(ORANGE, "2016-12-09T16:00:00"));
    writeChunk();

    var page = rest.as(Role.OPERATOR).get("/api/v1/fan-outs?state=OPEN").json();

    assertThat(page.path("total").asInt()).isEqualTo(1);
    var item = page.path("items").get(0);
    assertThat(item.path("warningId").asString()).isEqualTo(warning.id.toString());
    assertThat(item.path("to").asString()).isEqualTo("ORANGE");
    assertThat(item.path("units").asInt()).isEqualTo(10);
    assertThat(item.path("unitsWritten").asInt()).isEqualTo(3);
    assertThat(item.path("planVersion").asString()).isEqualTo("990001@1");
    assertThat(
            rest.as(Role.OPERATOR)
                .get("/api/v1/fan-outs?state=FAILED")
                .json()
                .path("total")
                .asInt())
        .isZero();
    assertThat(
            rest.as(Role.OPERATOR, "li", "150800")
                .get("/api/v1/fan-outs")
                .json()
                .path("total")
                .asInt())
        .isZero();
    assertThat(
            rest.as(Role.OPERATOR, "li", "990000")
                .get("/api/v1/fan-outs")
                .json()
                .path("total")
                .asInt())
        .isEqualTo(1);
  }

  @Test
  void whatIsNotFailedOrNotThereOrElsewhereIsNotResumed() {
    record(warning.to(ORANGE, "2016-12-09T16:00:00"));
    var resume = "/api/v1/fan-outs/" + FanOutRun.idOf(warning.id, 1) + "/resume";

    var open = rest.as(Role.OPERATOR).post(resume, null);
    assertThat(open.status()).isEqualTo(409);
    assertThat(open.json().path("detail").asString()).isEqualTo("这次任务下达没有失败，无需恢复。");
    var english = rest.as(Role.OPERATOR).inEnglish().post(resume, null);
    assertThat(english.json().path("detail").asString())
        .isEqualTo("This fan-out has not failed; there is nothing to resume.");
    var unknown =
        rest.as(Role.OPERATOR).post("/api/v1/fan-outs/" + UUID.randomUUID() + "/resume", null);
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.json().path("detail").asString()).startsWith("没有编号为");
    assertThat(rest.as(Role.OPERATOR, "li", "150800").post(resume, null).status()).isEqualTo(403);
    assertThat(rest.as(Role.OFFICE).post(resume, null).status()).isEqualTo(403);
    assertThat(rest.as(Role.OPERATOR).get("/api/v1/fan-outs?size=0").status()).isEqualTo(422);
  }

  /** As the worker does: what fails is put back, with its pause, until no try is left. */
  private void failUntilGivenUp() {
    Awaitility.await()
        .atMost(10, TimeUnit.SECONDS)
        .pollInterval(5, TimeUnit.MILLISECONDS)
        .until(
            () -> {
              claiming
                  .claim(ME, LEASE)
                  .ifPresent(
                      claim -> {
                        try {
                          writing.writeChunk(claim, LEASE);
                        } catch (IllegalStateException e) {
                          claiming.failed(claim, e.toString());
                        }
                      });
              return runs.countOpen() == 0;
            });
  }
}
