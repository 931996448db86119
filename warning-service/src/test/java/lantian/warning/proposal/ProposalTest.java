package lantian.warning.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import lantian.events.Cause;
import lantian.events.ChangeKind;
import lantian.events.Mode;
import lantian.events.Response;
import lantian.events.Text;
import lantian.events.WarningLevel;
import lantian.warning.policy.Approval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of moves, without anything around it. */
class ProposalTest {
  private static final Instant NOW = Instant.parse("2025-12-05T08:00:00Z");
  private static final Approval BY_TWO = new Approval(Set.of("office"), Set.of("headquarters"), 2);
  private static final Instant DUE = NOW.plus(Duration.ofHours(2));
  private static final SubmissionTerms TERMS = new SubmissionTerms(DUE, null);
  private static final Person ZHANG = new Person("zhang", Set.of("office", "headquarters"));
  private static final Person LI = new Person("li", Set.of("headquarters"));
  private static final Person ZHAO = new Person("zhao", Set.of("headquarters", "experts"));

  @ParameterizedTest
  @CsvSource({
    "OPEN, SUBMITTED, -, -, -, SUPERSEDED",
    "SUBMITTED, -, SUBMITTED, RETURNED, REJECTED, -",
    "RETURNED, SUBMITTED, -, -, -, SUPERSEDED",
    "APPROVED, -, -, -, -, -",
    "REJECTED, -, -, -, -, -",
    "SUPERSEDED, -, -, -, -, -"
  })
  void eachStateHasItsMoves(
      ProposalState state,
      String submit,
      String approve,
      String sendBack,
      String reject,
      String supersede) {
    Proposal proposal = in(state);
    long version = proposal.version();
    assertThat(next(proposal.submit(ZHANG, BY_TWO, TERMS, NOW, version, null))).isEqualTo(submit);
    assertThat(next(proposal.approve(LI, BY_TWO, true, NOW, version, null))).isEqualTo(approve);
    assertThat(next(proposal.sendBack(LI, BY_TWO, NOW, version, null))).isEqualTo(sendBack);
    assertThat(next(proposal.reject(LI, BY_TWO, NOW, version, null))).isEqualTo(reject);
    assertThat(next(proposal.supersede(NOW))).isEqualTo(supersede);
  }

  @Test
  void everyMoveIsAVersionAndTheSecondApprovalDecides() {
    Proposal submitted = in(ProposalState.SUBMITTED);
    var once = (ProposalEvent.Approved) submitted.approve(LI, BY_TWO, true, NOW, 2, null);
    assertThat(once.isDecision()).isFalse();
    assertThat(once.proposal().version()).isEqualTo(3);
    var twice = (ProposalEvent.Approved) once.proposal().approve(ZHAO, BY_TWO, true, NOW, 3, null);
    assertThat(twice.isDecision()).isTrue();
    assertThat(twice.proposal().approvals())
        .extracting(GivenApproval::by)
        .containsExactly("li", "zhao");
  }

  @Test
  void whatIsRefusedIsRefusedForOneReason() {
    Proposal submitted = in(ProposalState.SUBMITTED);
    assertThat(refusal(submitted.approve(ZHANG, BY_TWO, true, NOW, 2, null)))
        .isEqualTo(Refusal.OWN_PROPOSAL);
    assertThat(refusal(submitted.approve(LI, BY_TWO, true, NOW, 1, null))).isEqualTo(Refusal.STALE);
    Person expert = new Person("wu", Set.of("experts"));
    assertThat(refusal(submitted.approve(expert, BY_TWO, true, NOW, 1, null)))
        .isEqualTo(Refusal.WRONG_ROLE);
    Proposal once = submitted.approve(LI, BY_TWO, true, NOW, 2, null).proposal();
    assertThat(refusal(once.approve(LI, BY_TWO, true, NOW, 3, null)))
        .isEqualTo(Refusal.SAME_PERSON_TWICE);
  }

  @Test
  void aRefusalLeavesTheProposalAsItWas() {
    Proposal submitted = in(ProposalState.SUBMITTED);
    assertThat(submitted.approve(ZHANG, BY_TWO, true, NOW, 2, null).proposal()).isSameAs(submitted);
  }

  @Test
  void approvalsOfAnEarlierSubmissionAreGone() {
    Proposal once = in(ProposalState.SUBMITTED).approve(LI, BY_TWO, true, NOW, 2, null).proposal();
    Proposal returned = once.sendBack(ZHAO, BY_TWO, NOW, 3, "再议").proposal();
    Proposal again = returned.submit(ZHANG, BY_TWO, TERMS, NOW, 4, null).proposal();
    assertThat(again.approvals()).isEmpty();
    assertThat(again.submission()).isEqualTo(new Submission(2, "zhang", "office", NOW, DUE, null));
  }

  @Test
  void theFingerprintTellsEveryDifferenceThatMatters() {
    ProposedChange change = change("雾");
    assertThat(change.fingerprint()).hasSize(64).isEqualTo(change("雾").fingerprint());
    assertThat(change("霾").fingerprint()).isNotEqualTo(change.fingerprint());
  }

  private static Proposal in(ProposalState state) {
    Proposal open = Proposal.of(new UUID(1, 1), change("雾"), NOW);
    Proposal submitted = open.submit(ZHANG, BY_TWO, TERMS, NOW, 1, null).proposal();
    return switch (state) {
      case OPEN -> open;
      case SUBMITTED -> submitted;
      case APPROVED -> {
        Proposal once = submitted.approve(LI, BY_TWO, true, NOW, 2, null).proposal();
        yield once.approve(ZHAO, BY_TWO, true, NOW, 3, null).proposal();
      }
      case RETURNED -> submitted.sendBack(LI, BY_TWO, NOW, 2, null).proposal();
      case REJECTED -> submitted.reject(LI, BY_TWO, NOW, 2, null).proposal();
      case SUPERSEDED -> open.supersede(NOW).proposal();
    };
  }

  private static String next(ProposalEvent event) {
    return event instanceof ProposalEvent.Refused ? "-" : event.proposal().state().name();
  }

  private static Refusal refusal(ProposalEvent event) {
    return ((ProposalEvent.Refused) event).why();
  }

  private static ProposedChange change(String reason) {
    return new ProposedChange(
        Mode.LIVE,
        "652300",
        new UUID(2, 2),
        ChangeKind.RAISE,
        WarningLevel.NONE,
        WarningLevel.RED,
        Cause.PARTICULATE,
        Response.COLOURED,
        NOW,
        NOW.plusSeconds(3600),
        "national-2024@1",
        null,
        new Text(reason, "haze"));
  }
}
