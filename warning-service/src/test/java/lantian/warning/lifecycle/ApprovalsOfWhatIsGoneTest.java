package lantian.warning.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import lantian.testing.Rest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * One of two has approved red, and the proposal is gone: replaced after it was returned, dropped
 * with its warning, ended with its drill. What takes its place needs two anew.
 */
class ApprovalsOfWhatIsGoneTest extends Lifecycle {

  @Test
  void whatReplacesAReturnedProposalNeedsTwoAnew() {
    var once = approvedByOne(forecast(CHANGJI, RED));
    done(headquarters("zhao"), once, "return");
    pass(Duration.ofHours(1));
    var next = forecast(CHANGJI, RED);
    assertThat(text(next, "/id")).isNotEqualTo(text(once, "/id"));
    assertVoid(once);
    needsTwo(next);
  }

  @Test
  void whatFollowsAProposalThatWasDroppedWithItsWarningNeedsTwoAnew() {
    var warning = anOrangeWarning(CHANGJI);
    pass(Duration.ofHours(24));
    var once = approvedByOne(forecast(CHANGJI, RED));
    assertThat(text(once, "/kind")).isEqualTo("UPGRADE");
    office("wang").post("/api/v1/warnings/" + warning + "/correction", null);
    var takenBack =
        office("wang").ifMatch(1).post("/api/v1/warnings/" + warning + "/correction/confirm", null);
    assertThat(takenBack.status()).as(takenBack.body()).isEqualTo(200);
    assertVoid(once);
    pass(Duration.ofHours(1));
    needsTwo(forecast(CHANGJI, RED));
  }

  @Test
  void whatWasPutForwardInADrillGoesWithItAndTheNextDrillNeedsTwoAnew() {
    var drill = aDrill(CHANGJI);
    var submitted = doneIn(drill, office("zhang"), forecastIn(drill, CHANGJI, RED), "submit");
    var once = doneIn(drill, headquarters("li"), submitted, "approve");
    var ended = office("wang").post(drill + "/end", null);
    assertThat(ended.status()).as(ended.body()).isEqualTo(200);
    assertThat(deciding(headquarters("zhao"), drill, once).status()).isEqualTo(409);

    var second = aDrill(CHANGJI);
    var again = doneIn(second, office("zhang"), forecastIn(second, CHANGJI, RED), "submit");
    assertThat(deciding(headquarters("zhao"), second, once).status()).isEqualTo(404);
    var one = doneIn(second, headquarters("zhao"), again, "approve");
    assertThat(text(one, "/state")).isEqualTo("SUBMITTED");
    assertThat(changes()).isZero();
  }

  private JsonNode approvedByOne(JsonNode proposal) {
    var once = done(headquarters("li"), done(office("zhang"), proposal, "submit"), "approve");
    assertThat(text(once, "/state")).isEqualTo("SUBMITTED");
    return once;
  }

  /** Whichever version the second person has seen. */
  private void assertVoid(JsonNode proposal) {
    var now = office("reader").get("/api/v1/proposals/" + text(proposal, "/id")).json();
    assertThat(text(now, "/state")).isEqualTo("SUPERSEDED");
    var changes = changes();
    for (var seen : new JsonNode[] {proposal, now}) {
      assertThat(act(headquarters("zhao"), seen, "approve").status()).isEqualTo(409);
    }
    assertThat(changes()).isEqualTo(changes);
  }

  private void needsTwo(JsonNode proposal) {
    var changes = changes();
    var submitted = done(office("zhang"), proposal, "submit");
    assertThat(submitted.at("/approvals").isEmpty()).isTrue();
    var once = done(headquarters("zhao"), submitted, "approve");
    assertThat(text(once, "/state")).isEqualTo("SUBMITTED");
    assertThat(changes()).isEqualTo(changes);
    assertThat(text(done(headquarters("li"), once, "approve"), "/state")).isEqualTo("APPROVED");
  }

  private static Rest.Answer deciding(Rest as, String drill, JsonNode proposal) {
    return as.ifMatch(proposal.at("/version").longValue())
        .post(drill + "/proposals/" + text(proposal, "/id") + "/approve", null);
  }

  private long changes() {
    return sql.sql("select count(*) from warning_change").query(Long.class).single();
  }
}
