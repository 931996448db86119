package lantian.warning.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lantian.testing.Figures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/**
 * Two hours after its submission a change that nobody has decided may be decided by who stands in.
 */
@Import(Figures.class)
class ApprovalDeadlineTest extends Lifecycle {
  private static final Duration DEADLINE = Duration.ofHours(2);

  @Autowired Figures figures;

  @Test
  void theHeadquartersStandInForTheOfficeOnceTheDeadlineHasPassed() {
    var submitted = done(office("zhang"), forecast(CHANGJI, YELLOW), "submit");
    var due = now().plus(DEADLINE);
    assertThat(text(submitted, "/deadline/dueAt")).isEqualTo(time(due));
    assertThat(submitted.at("/deadline/overdue").booleanValue()).isFalse();
    assertThat(names(submitted, "/deadline/rolesNow")).containsExactly("office");

    pass(DEADLINE.minusMillis(1));
    var early = act(headquarters("li"), submitted, "approve");
    assertThat(early.status()).isEqualTo(403);
    assertThat(text(early.json(), "/detail")).contains("权限", "审批时限", "代批");
    var english = act(headquarters("li").inEnglish(), submitted, "approve");
    assertThat(text(english.json(), "/detail")).contains("in place of the approvers");

    pass(Duration.ofMillis(1));
    var overdue = read(submitted);
    assertThat(overdue.at("/deadline/overdue").booleanValue()).isTrue();
    assertThat(names(overdue, "/deadline/rolesNow")).containsExactly("headquarters", "office");
    var approved = done(headquarters("li"), submitted, "approve");
    assertThat(text(approved, "/state")).isEqualTo("APPROVED");
    assertThat(text(approved, "/approvals/0/role")).isEqualTo("headquarters");
    assertThat(approved.at("/approvals/0/standIn").booleanValue()).isTrue();
    assertThat(approved.at("/deadline").isNull()).isTrue();
  }

  @Test
  void whoMayApproveAnywayMayAfterTheDeadlineTooAndStandsInForNobody() {
    var submitted = done(office("zhang"), forecast(CHANGJI, YELLOW), "submit");
    pass(DEADLINE);
    var approved = done(office("wang"), submitted, "approve");
    assertThat(approved.at("/approvals/0/standIn").booleanValue()).isFalse();
  }

  @Test
  void nobodyApprovesWhatTheySubmittedWhoeverTheyStandInFor() {
    var submitted = done(office("zhang"), forecast(CHANGJI, YELLOW), "submit");
    pass(Duration.ofDays(1));
    var own = act(headquarters("zhang"), submitted, "approve");
    assertThat(own.status()).isEqualTo(403);
    assertThat(text(own.json(), "/detail")).contains("自己提交");
  }

  @Test
  void redStillTakesTwoOfTheHeadquarters() {
    var submitted = done(office("zhang"), forecast(CHANGJI, RED), "submit");
    pass(Duration.ofDays(1));
    assertThat(act(office("wang"), submitted, "approve").status()).isEqualTo(403);
    var once = done(headquarters("li"), submitted, "approve");
    assertThat(text(once, "/state")).isEqualTo("SUBMITTED");
    assertThat(act(headquarters("li"), once, "approve").status()).isEqualTo(403);
    assertThat(text(done(headquarters("zhao"), once, "approve"), "/state")).isEqualTo("APPROVED");
  }

  @Test
  void whatIsSubmittedAgainHasItsDeadlineAnew() {
    var submitted = done(office("zhang"), forecast(CHANGJI, YELLOW), "submit");
    pass(Duration.ofHours(1));
    var returned = done(office("wang"), submitted, "return");
    assertThat(returned.at("/deadline").isNull()).isTrue();
    pass(Duration.ofHours(2));
    var again = done(office("zhang"), returned, "submit");
    assertThat(text(again, "/deadline/dueAt")).isEqualTo(time(now().plus(DEADLINE)));
    assertThat(act(headquarters("li"), again, "approve").status()).isEqualTo(403);
  }

  @Test
  void anOverdueApprovalIsSeenByOperatorsAndInTheTimeline() {
    var submitted = done(office("zhang"), forecast(CHANGJI, YELLOW), "submit");
    pass(DEADLINE.plusMinutes(5));
    assertThat(overdue()).isEqualTo(300);
    done(office("wang"), submitted, "approve");
    assertThat(overdue()).isZero();
    assertThat(timeline(submitted))
        .containsSubsequence("SUBMITTED", "APPROVAL_OVERDUE", "APPROVED", "PUBLISHED");
  }

  @Test
  void whatWasDecidedInTimeWasNeverOverdue() {
    var submitted = done(office("zhang"), forecast(CHANGJI, YELLOW), "submit");
    pass(DEADLINE.minusMinutes(1));
    done(office("wang"), submitted, "approve");
    pass(Duration.ofDays(1));
    assertThat(timeline(submitted)).doesNotContain("APPROVAL_OVERDUE");
    assertThat(overdue()).isZero();
  }

  /** F31: whether the clock was moved, or the service stood still over the deadline. */
  @Test
  void theDeadlineIsTheSameForAClockThatTicksAndForOneThatJumps() {
    anOrangeWarning(CHANGJI);
    pass(Duration.ofHours(24));
    var submitted = done(office("zhang"), forecast(CHANGJI, CLEAN), "submit");
    for (int minute = 0; minute < 121; minute++) {
      pass(Duration.ofMinutes(1));
    }
    var ticked =
        List.of(read(submitted).at("/deadline").toString(), timeline(submitted).toString());
    clock.stopAt(now().minus(Duration.ofMinutes(121)));
    assertThat(read(submitted).at("/deadline/overdue").booleanValue()).isFalse();
    assertThat(timeline(submitted)).doesNotContain("APPROVAL_OVERDUE");
    pass(Duration.ofMinutes(121));
    assertThat(List.of(read(submitted).at("/deadline").toString(), timeline(submitted).toString()))
        .isEqualTo(ticked);
    done(headquarters("li"), submitted, "approve");
  }

  private double overdue() {
    return figures.of("approval_overdue_seconds", "mode=\"LIVE\"").orElseThrow();
  }

  private JsonNode read(JsonNode proposal) {
    return office("reader").get("/api/v1/proposals/" + text(proposal, "/id")).json();
  }

  private List<String> timeline(JsonNode proposal) {
    List<String> steps = new ArrayList<>();
    var path = "/api/v1/warnings/" + text(proposal, "/warningId") + "/timeline";
    var answer = office("reader").get(path);
    for (var step : answer.json().at("/steps")) {
      steps.add(text(step, "/step"));
    }
    return steps;
  }

  private static List<String> names(JsonNode node, String pointer) {
    List<String> names = new ArrayList<>();
    node.at(pointer).forEach(name -> names.add(name.stringValue()));
    return names;
  }
}
