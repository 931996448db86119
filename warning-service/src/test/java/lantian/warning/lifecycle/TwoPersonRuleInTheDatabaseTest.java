package lantian.warning.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** Whoever writes to the tables past the code is held to the same rules, the owner too. */
class TwoPersonRuleInTheDatabaseTest extends Lifecycle {

  private UUID proposal;

  /** A red proposal that zhang of the office has put forward. */
  @BeforeEach
  void aRedProposalIsSubmitted() {
    var submitted = done(office("zhang"), forecast(CHANGJI, RED), "submit");
    proposal = UUID.fromString(text(submitted, "/id"));
  }

  @Test
  void twoDifferentPersonsOfTheHeadquartersArePublished() {
    approve("bob", "headquarters");
    approve("carol", "headquarters");
    publish("bob", "carol", "RED", "zhang");
    assertThat(sql.sql("select level from warning").query(String.class).single()).isEqualTo("RED");
  }

  @Test
  void nobodyApprovesTheirOwn() {
    assertRefused(() -> approve("zhang", "headquarters"), "nobody_their_own");
  }

  @Test
  void theSubmitterCannotBePassedOffAsAnother() {
    assertRefused(
        () ->
            sql.sql(
                    """
                    insert into approval (proposal_id, submission, kind, to_level, content_sha256,
                      submitted_by, approver, approver_role, approved_at, token_id, signed_in_at)
                    select id, 1, kind, to_level, content_sha256, 'somebody', 'zhang',
                      'headquarters', proposed_at, 'a', clock_timestamp() from proposal
                    where id = ?
                    """)
                .param(proposal)
                .update(),
        "approval_proposal_id_submission_kind_to_level_content_sha2_fkey");
  }

  @Test
  void theOfficeApprovesNoRed() {
    assertRefused(() -> approve("bob", "office"), "headquarters_decide");
  }

  @Test
  void onePersonCountsOnce() {
    approve("bob", "headquarters");
    assertRefused(() -> approve("bob", "headquarters"), "approval_pkey");
    assertRefused(() -> publish("bob", "bob", "RED", "zhang"), "approvers_differ");
  }

  @Test
  void redByOneIsRefused() {
    approve("bob", "headquarters");
    assertRefused(() -> publish("bob", null, "RED", "zhang"), "red_by_two");
  }

  @Test
  void whoHasNotApprovedIsNoApprover() {
    approve("bob", "headquarters");
    assertRefused(() -> publish("bob", "carol", "RED", "zhang"), "fkey");
    assertRefused(() -> publish("bob", "zhang", "RED", "zhang"), "approvers_differ");
  }

  @Test
  void anotherLevelThanTheOneApprovedIsRefused() {
    approve("bob", "headquarters");
    approve("carol", "headquarters");
    assertRefused(() -> publish("bob", "carol", "ORANGE", "zhang"), "fkey");
    assertRefused(() -> publish("bob", "carol", "RED", "dave"), "fkey");
  }

  @Test
  void aProposalIsPublishedOnce() {
    approve("bob", "headquarters");
    approve("carol", "headquarters");
    publish("bob", "carol", "RED", "zhang");
    assertRefused(() -> publish("bob", "carol", "RED", "zhang"), "");
    assertThat(sql.sql("select count(*) from warning_change").query(Long.class).single())
        .isEqualTo(1);
  }

  @Test
  void theLevelOfAWarningIsThatOfItsLastChange() {
    approve("bob", "headquarters");
    approve("carol", "headquarters");
    publish("bob", "carol", "RED", "zhang");
    assertRefused(() -> sql.sql("update warning set level = 'YELLOW'").update(), "fkey");
    assertRefused(() -> sql.sql("update warning set revision = 2").update(), "fkey");
    assertRefused(
        () ->
            sql.sql("insert into warning values (?, 'LIVE', '150822', 1, 'RED')")
                .param(UUID.randomUUID())
                .update(),
        "fkey");
  }

  @Test
  void redIsApprovedByWhoHasJustSignedIn() {
    var words = "red is approved by who has just signed in";
    assertRefused(() -> approve("bob", "headquarters", "a", "5 minutes 1 second"), words);
    assertRefused(() -> approve("bob", "headquarters", "a", "-2 minutes"), words);
    assertRefused(() -> approve("bob", "headquarters", null, "0 minutes"), words);
    approve("bob", "headquarters", "a", "4 minutes 50 seconds");
  }

  @Test
  void oneTokenApprovesOnceWhateverTheName() {
    approve("bob", "headquarters", "the token", "0 minutes");
    assertRefused(
        () -> approve("carol", "headquarters", "the token", "0 minutes"), "approval_by_one_token");
    approve("carol", "headquarters", "another", "0 minutes");
    publish("bob", "carol", "RED", "zhang");
  }

  @Test
  void whatWasWrittenStays() {
    approve("bob", "headquarters");
    for (var table : new String[] {"submission", "approval", "proposal_step"}) {
      assertRefused(() -> sql.sql("delete from " + table).update(), "only added to");
    }
    assertRefused(() -> sql.sql("update approval set approver = 'eve'").update(), "only added to");
    assertRefused(
        () -> sql.sql("update submission set submitted_by = 'eve'").update(), "only added to");
    assertRefused(
        () -> sql.sql("update proposal set to_level = 'YELLOW', version = version + 1").update(),
        "content of a proposal never changes");
    assertRefused(() -> sql.sql("delete from proposal").update(), "only added to");
  }

  @Test
  void aProposalMovesAsItsTableSays() {
    assertRefused(() -> move("OPEN"), "does not go from SUBMITTED to OPEN");
    assertRefused(() -> move("SUPERSEDED"), "does not go from SUBMITTED to SUPERSEDED");
    assertRefused(() -> move("DONE"), "");
    // Approved is only what was published.
    assertRefused(() -> move("APPROVED"), "proposal_approved_id_fkey");
    move("REJECTED");
    assertRefused(() -> move("APPROVED"), "does not go from REJECTED to APPROVED");
  }

  @Test
  void aSecondProposalBesideTheStandingOneIsRefused() {
    assertRefused(
        () ->
            sql.sql(
                    """
                    insert into proposal (id, mode, jurisdiction, warning_id, kind, from_level,
                      to_level, cause, response, policy, reason_zh, reason_en, content_sha256,
                      proposed_at, state, version)
                    select ?, mode, jurisdiction, warning_id, kind, from_level, to_level, cause,
                      response, policy, reason_zh, reason_en, content_sha256, proposed_at, 'OPEN', 1
                    from proposal
                    """)
                .param(UUID.randomUUID())
                .update(),
        "proposal_standing");
  }

  @Test
  void nobodyStandsInBeforeTheDeadline() {
    assertRefused(() -> standIn("bob", "1 hour 59 minutes"), "before the approval deadline");
    standIn("bob", "2 hours");
    assertRefused(() -> standIn("zhang", "2 hours"), "nobody_their_own");
    approve("carol", "headquarters");
    publish("bob", "carol", "RED", "zhang");
  }

  @Test
  void anOpinionIsOnWhatStandsWordForWordAndStays() {
    var words = "select content_sha256 from proposal where id = p.id";
    say("(" + words + ")");
    assertRefused(() -> say("repeat('0', 64)"), "no such proposal stands");
    assertRefused(() -> sql.sql("update opinion set stance = 'FOR'").update(), "only added to");
    assertRefused(() -> sql.sql("delete from opinion").update(), "only added to");
    move("REJECTED");
    assertRefused(() -> say("(" + words + ")"), "no such proposal stands");
  }

  private void say(String words) {
    sql.sql(
            """
            insert into opinion (proposal_id, number, content_sha256, person, body, stance, said, at)
            select p.id, 1 + (select count(*) from opinion), %s, 'wu', 'experts', 'AGAINST',
              '再观察', p.proposed_at from proposal p where p.id = ?
            """
                .formatted(words))
        .param(proposal)
        .update();
  }

  private void standIn(String by, String after) {
    sql.sql(
            """
            insert into approval (proposal_id, submission, kind, to_level, content_sha256,
              submitted_by, approver, approver_role, approved_at, stand_in, token_id, signed_in_at)
            select proposal_id, number, kind, to_level, content_sha256, submitted_by, ?,
              'headquarters', submitted_at + ?::interval, true, ?, clock_timestamp()
            from submission where proposal_id = ?
            """)
        .params(by, after, "token of " + by, proposal)
        .update();
  }

  private void approve(String by, String role) {
    approve(by, role, "token of " + by, "0 minutes");
  }

  private void approve(String by, String role, @Nullable String token, String signedInBefore) {
    sql.sql(
            """
            insert into approval (proposal_id, submission, kind, to_level, content_sha256,
              submitted_by, approver, approver_role, approved_at, token_id, signed_in_at)
            select proposal_id, number, kind, to_level, content_sha256, submitted_by, ?, ?,
              submitted_at, ?, clock_timestamp() - ?::interval from submission where proposal_id = ?
            """)
        .params(by, role)
        .param(token)
        .params(signedInBefore, proposal)
        .update();
  }

  private void publish(String first, @Nullable String second, String level, String by) {
    transaction.executeWithoutResult(
        _ -> {
          sql.sql(
                  """
                  insert into warning (id, mode, jurisdiction, revision, level)
                  select warning_id, mode, jurisdiction, 1, ? from proposal where id = ?
                  on conflict do nothing
                  """)
              .params(level, proposal)
              .update();
          sql.sql(
                  """
                  insert into warning_change (warning_id, revision, event_id, mode, jurisdiction,
                    proposal_id, submission, kind, from_level, to_level, content_sha256,
                    submitted_by, approver_a, approver_b, published_at, valid_from)
                  select warning_id, 1, ?, mode, jurisdiction, id, 1, kind, from_level, ?,
                    content_sha256, ?, ?, ?, proposed_at, proposed_at
                  from proposal where id = ?
                  """)
              .params(UUID.randomUUID(), level, by, first)
              .param(second)
              .param(proposal)
              .update();
        });
  }

  private void move(String state) {
    sql.sql("update proposal set state = ?, version = version + 1 where id = ?")
        .params(state, proposal)
        .update();
  }

  private static void assertRefused(Runnable write, String by) {
    assertThatThrownBy(write::run)
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining(by);
  }
}
