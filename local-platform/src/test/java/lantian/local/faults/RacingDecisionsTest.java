package lantian.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import lantian.events.WarningLevel;
import lantian.local.api.Api;
import lantian.local.chaos.People;
import lantian.local.platform.PlatformPort;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Many decide at once; what is published was approved by those who must, each once. */
@Tag("faults")
class RacingDecisionsTest {

  private static final String PLACE = "150822";
  private static final String AUTHORITY = "150800";
  private static final int ROUNDS = 4;

  @RegisterExtension private final FaultPlatform platform = new FaultPlatform();

  @Test
  @DisplayName("F24: sixteen approvals at once, among them the submitter's and one person's twice")
  void redIsPublishedOnceAndByTwoWhoDidNotSubmitIt() throws Exception {
    var people = platform.exercise().people(PLACE);
    var before = platform.booksBalance();
    for (int round = 0; round < ROUNDS; round++) {
      platform.lift(PLACE);
      var proposal = people.submit(people.forecast(WarningLevel.RED));
      var submitter = headquarters("office-li");
      var first = headquarters("commander-zhao");
      var second = headquarters("commander-chen");
      var racers = new ArrayList<Api.Person>();
      IntStream.range(0, 4).forEach(_ -> racers.addAll(List.of(submitter, first, first, second)));

      var last = race(people, proposal, racers);

      assertThat(last.path("state").asString()).isEqualTo("APPROVED");
      assertThat(approvers(last)).containsExactlyInAnyOrder("commander-zhao", "commander-chen");
      people.published(last);
    }
    var after = platform.booksBalance();
    assertThat(
            platform
                .tables()
                .count("select count(*) from warning.approval where approver = submitted_by"))
        .isZero();
    assertThat(after.changes()).isGreaterThanOrEqualTo(before.changes() + ROUNDS);
  }

  @Test
  @DisplayName("F25: the first version is approved while it is returned and put forward again")
  void anApprovalHoldsForWhatItsGiverSawAndForNothingElse() throws Exception {
    var people = platform.exercise().people(PLACE);
    int stale = 0;
    for (int round = 0; round < ROUNDS; round++) {
      platform.lift(PLACE);
      var seen = people.submit(people.forecast(WarningLevel.ORANGE));
      var path = "/api/v1/proposals/" + seen.path("id").asString();
      var version = seen.path("version").asLong();
      var begin = new CountDownLatch(1);
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var returned =
            threads.submit(
                () -> {
                  begin.await();
                  return tried(
                      () ->
                          headquarters("commander-chen")
                              .post(PlatformPort.WARNING, path + "/return", version, null));
                });
        var approved =
            threads.submit(
                () -> {
                  begin.await();
                  return tried(() -> people.approve(seen, headquarters("commander-zhao")));
                });
        begin.countDown();

        assertThat(List.of(returned.get(), approved.get()))
            .as("one of the two")
            .containsOnlyOnce(true);
        if (!approved.get()) {
          stale++;
          var again = people.submit(read(path));
          assertThat(again.path("approvals").isEmpty()).as("approvals of the new version").isTrue();
          assertThat(tried(() -> people.approve(seen, headquarters("commander-zhao"))))
              .as("an approval of what was returned")
              .isFalse();
          people.published(people.approve(again, headquarters("commander-zhao")));
        } else {
          people.published(read(path));
        }
      }
    }
    System.err.println("returned before it was approved: " + stale + " of " + ROUNDS);
    platform.booksBalance();
  }

  /** All approve what they saw at once, and look again until it is decided. */
  private JsonNode race(People people, JsonNode proposal, List<Api.Person> racers)
      throws Exception {
    var path = "/api/v1/proposals/" + proposal.path("id").asString();
    var begin = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<Boolean>>();
      for (var racer : racers) {
        running.add(
            threads.submit(
                () -> {
                  begin.await();
                  for (int look = 0; look < 3; look++) {
                    var now = read(path);
                    if (!now.path("state").asString().equals("SUBMITTED")) {
                      return false;
                    }
                    tried(() -> people.approve(now, racer));
                  }
                  return true;
                }));
      }
      begin.countDown();
      for (var one : running) {
        one.get();
      }
    }
    return read(path);
  }

  private JsonNode read(String path) {
    return headquarters("commander-zhao").get(PlatformPort.WARNING, path);
  }

  /** Whether it was taken. */
  private static boolean tried(Runnable act) {
    try {
      act.run();
      return true;
    } catch (Api.RefusedCall e) {
      assertThat(e.status()).as(e.getMessage()).isIn(403, 409, 412);
      return false;
    }
  }

  private Api.Person headquarters(String user) {
    return platform.api().as("headquarters", user, AUTHORITY, null);
  }

  private static List<String> approvers(JsonNode proposal) {
    return proposal
        .path("approvals")
        .valueStream()
        .map(given -> given.path("by").asString())
        .toList();
  }
}
