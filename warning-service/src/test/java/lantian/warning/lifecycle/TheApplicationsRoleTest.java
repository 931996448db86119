package lantian.warning.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Whoever writes SQL under the role of the service itself raises nothing that two persons have not
 * approved: reliability by the database, whatever the code lets through.
 */
class TheApplicationsRoleTest extends Lifecycle {
  private static final String DENIED = "permission denied";

  @Autowired JdbcClient app;
  @Autowired TransactionTemplate apps;

  private UUID proposal;

  /** A red proposal that zhang of the office has put forward; bob, carol and eve may decide. */
  @BeforeEach
  void aRedProposalIsSubmitted() {
    proposal =
        UUID.fromString(text(done(office("zhang"), forecast(CHANGJI, RED), "submit"), "/id"));
    for (var person : List.of("bob", "carol", "eve", "zhang")) {
      onRoster(person, "headquarters", CHANGJI);
    }
  }

  @Test
  void itWorksUnderARoleThatOwnsNothing() {
    assertThat(app.sql("select current_user").query(String.class).single())
        .isEqualTo("warning_app");
  }

  @Test
  void twoDifferentPersonsOfTheHeadquartersArePublished() {
    approve("bob");
    approve("carol");
    issue();
    assertThat(level()).isEqualTo("RED");
  }

  @Test
  void whatWasWrittenIsNeitherChangedNorDeletedNorEmptied() {
    approve("bob");
    for (var table :
        List.of(
            "approval",
            "submission",
            "warning_change",
            "publication",
            "proposal_step",
            "correction",
            "dissemination",
            "opinion",
            "roster_step",
            "proposal",
            "warning",
            "roster_entry")) {
      assertRefused("delete from " + table, DENIED);
      assertRefused("truncate " + table + " cascade", DENIED);
      assertRefused("alter table " + table + " disable trigger all", "must be owner");
      assertRefused("drop table " + table + " cascade", "must be owner");
    }
    for (var change :
        List.of(
            "approval set approver = 'eve'",
            "submission set submitted_by = 'eve'",
            "warning_change set to_level = 'RED'",
            "warning set level = 'RED'",
            "publication set texts = ''",
            "correction set reason = ''",
            "roster_step set person = 'eve'",
            "roster_entry set ended_at = null",
            "roster_entry set person = 'mallory'",
            "authority_rule set red_sign_in_within = '1 hour'")) {
      assertRefused("update " + change, DENIED);
    }
    assertRefused("set session_replication_role = replica", DENIED);
    assertRefused("drop function issue_warning", "must be owner");
    assertRefused("create table mine (id int)", DENIED);
    assertRefused("set role postgres", DENIED);
  }

  @Test
  void aLevelIsWrittenByTheFunctionAlone() {
    assertRefused(
        "insert into warning values (gen_random_uuid(), 'LIVE', '650100', 1, 'RED')", DENIED);
    assertRefused("insert into warning_change (warning_id) values (gen_random_uuid())", DENIED);
    assertRefused("insert into correction (id) values (gen_random_uuid())", DENIED);
    assertRefused("insert into authority_rule values (true, '1 hour', true)", DENIED);
  }

  @Test
  void onePersonIsNotTwo() {
    approve("bob");
    assertRefused(this::issue, "approved by 1 only");
    assertRefused(() -> approve("bob"), "approval_pkey");
    assertRefused(
        () -> approve("eve", "headquarters", "token of bob", "0 minutes", "p.content_sha256"),
        "approval_by_one_token");
    assertRefused(this::issue, "approved by 1 only");
  }

  @Test
  void whoSubmittedIsNoApprover() {
    approve("bob");
    assertRefused(() -> approve("zhang"), "nobody_their_own");
  }

  @Test
  void anotherContentIsNotWhatWasApproved() {
    assertRefused(
        () -> approve("bob", "headquarters", "t", "0 minutes", "repeat('0', 64)"), "fkey");
  }

  @Test
  void whoDoesNotStandOnTheRosterNowDoesNotCount() {
    approve("bob");
    approve("mallory");
    assertRefused(this::issue, "mallory does not stand on the roster");
  }

  @Test
  void whoWasEndedAfterApprovingDoesNotCount() {
    approve("bob");
    approve("carol");
    app.sql("update roster_entry set ended_by = 'op' where person = 'bob'").update();
    assertRefused(this::issue, "bob does not stand on the roster");
    assertRefused("update roster_entry set ended_by = null where person = 'bob'", "ended");
  }

  @Test
  void whoStandsForAnotherPlaceOrInAnotherRoleDoesNotCount() {
    onRoster("far", "headquarters", BAYANNUR);
    onRoster("clerk", "office", CHANGJI);
    approve("bob");
    for (var other : List.of("far", "clerk")) {
      assertRefused(
          () ->
              apps.executeWithoutResult(
                  _ -> {
                    approve(other);
                    decide();
                  }),
          other + " does not stand on the roster");
    }
  }

  @Test
  void anOldSignInDoesNotCount() {
    assertRefused(
        () -> approve("bob", "headquarters", "t", "6 minutes", "p.content_sha256"),
        "just signed in");
  }

  @Test
  void aProposalIsPublishedOnceAndOnlyWhenDecided() {
    approve("bob");
    approve("carol");
    assertRefused(
        () ->
            app.sql("select issue_warning(?, ?, now())")
                .params(proposal, UUID.randomUUID())
                .query()
                .singleRow(),
        "SUBMITTED is not published");
    issue();
    assertRefused(
        () ->
            app.sql("select issue_warning(?, ?, now())")
                .params(proposal, UUID.randomUUID())
                .query()
                .singleRow(),
        "the level in force is RED, not NONE");
    assertRefused(
        () ->
            app.sql("select issue_warning(?, ?, now())")
                .params(UUID.randomUUID(), UUID.randomUUID())
                .query()
                .singleRow(),
        "there is no proposal");
  }

  @Test
  void theApprovalsOfASubmissionThatWasReturnedAreWorthNothing() {
    approve("bob");
    move("RETURNED", 1);
    assertRefused(() -> move("SUBMITTED", 1), "put forward once more");
    submitAgain();
    move("SUBMITTED", 2);
    approveSubmission(2, "carol");
    assertRefused(this::issue, "approved by 1 only");
    // Nor by going back to the submission that bob has approved.
    approveSubmission(1, "carol");
    assertRefused(() -> move("SUBMITTED", 1), "its submission stays");
    assertRefused(() -> move("APPROVED", 1), "its submission stays");
    assertThat(sql.sql("select count(*) from warning").query(Long.class).single()).isZero();
    approveSubmission(2, "eve");
    issue();
    assertThat(level()).isEqualTo("RED");
    assertThat(sql.sql("select approver_a from warning_change").query(String.class).single())
        .isNotEqualTo("bob");
  }

  @Test
  void theApprovalsOfWhatWasReplacedAreWorthNothing() {
    approve("bob");
    move("RETURNED", 1);
    var next = UUID.fromString(text(forecastOfAnHourLater(), "/id"));
    assertThat(next).isNotEqualTo(proposal);
    approve("carol");
    assertRefused(this::issue, "does not go from SUPERSEDED to APPROVED");
    assertRefused(
        () ->
            app.sql("select issue_warning(?, ?, now())")
                .params(proposal, UUID.randomUUID())
                .query()
                .singleRow(),
        "SUPERSEDED is not published");
    // What took its place begins with nobody's approval, also for who takes bob's along.
    var replaced = proposal;
    proposal = next;
    submitAgain();
    move("SUBMITTED", 1);
    assertRefused(
        () ->
            app.sql("update approval set proposal_id = ? where proposal_id = ?")
                .params(next, replaced)
                .update(),
        DENIED);
    approveSubmission(1, "carol");
    assertRefused(this::issue, "approved by 1 only");
  }

  @Test
  void theApprovalsOfWhatWasDroppedWithItsWarningAreWorthNothing() {
    var raised = UUID.fromString(anOrangeWarning(DENGKOU));
    pass(Duration.ofHours(1));
    proposal =
        UUID.fromString(text(done(office("zhang"), forecast(DENGKOU, RED), "submit"), "/id"));
    onRoster("duty", "office", BAYANNUR);
    for (var person : List.of("bob", "carol")) {
      onRoster(person, "headquarters", BAYANNUR);
    }
    approve("bob");
    assertRefused(() -> move("SUPERSEDED", 1), "does not go from SUBMITTED to SUPERSEDED");
    apps.executeWithoutResult(
        _ -> {
          takeBack(raised, 1, "duty");
          move("SUPERSEDED", 1);
        });
    approve("carol");
    assertRefused(this::issue, "does not go from SUPERSEDED to APPROVED");
    assertThat(
            sql.sql("select level from warning where id = ?")
                .param(raised)
                .query(String.class)
                .single())
        .isEqualTo("NONE");
  }

  @Test
  void itsContentIsNotChangedOnTheWay() {
    approve("bob");
    approve("carol");
    for (var change : List.of("to_level = 'ORANGE'", "content_sha256 = repeat('0', 64)")) {
      assertRefused(
          "update proposal set version = version + 1, " + change,
          "content of a proposal never changes");
    }
  }

  @Test
  void tablesOfOnesOwnDoNotStandInForTheRules() {
    approve("bob");
    approve("mallory");
    assertRefused(
        () ->
            apps.executeWithoutResult(
                _ -> {
                  app.sql(
                          "create temporary table roster_entry as select * from warning.roster_entry")
                      .update();
                  app.sql("update pg_temp.roster_entry set person = 'mallory' where person = 'eve'")
                      .update();
                  app.sql("set local search_path = pg_temp, warning").update();
                  decide();
                }),
        "mallory does not stand on the roster");
  }

  @Test
  void noFunctionThatHoldsARuleTakesTheSearchPathOfItsCaller() {
    assertThat(
            sql.sql(
                    """
                    select p.oid::regprocedure::text from pg_proc p
                    where p.pronamespace = 'warning'::regnamespace
                      and (p.prosecdef or p.prorettype = 'trigger'::regtype)
                      and not exists (
                        select from unnest(p.proconfig) set where set = 'search_path=warning, pg_temp')
                    """)
                .query(String.class)
                .list())
        .isEmpty();
  }

  @Test
  void nobodyIsPutOnTheRosterByOne() {
    assertRefused(
        """
        insert into roster_entry (person, role, jurisdiction, entered_by, confirmed_by, confirmed_at)
        values ('mallory', 'headquarters', '*', 'op', 'eve', now())
        """,
        "begins unconfirmed");
    sql.sql("update authority_rule set roster_first_use = false").update();
    assertRefused(
        """
        insert into roster_entry
          (person, role, jurisdiction, way, entered_by, confirmed_by, confirmed_at)
        values ('mallory', 'headquarters', '*', 'FIRST_USE', 'mallory', 'mallory', now())
        """,
        "nobody is entered by a token here");
    app.sql(
            """
            insert into roster_entry (person, role, jurisdiction, entered_by)
            values ('mallory', 'headquarters', '652300', 'op')
            """)
        .update();
    for (var by : List.of("mallory", "op")) {
      assertRefused(
          "update roster_entry set confirmed_by = '" + by + "' where person = 'mallory'",
          "may not confirm it");
    }
    assertRefused(
        "update roster_entry set confirmed_by = 'nobody' where person = 'mallory'",
        "may not confirm it");
  }

  @Test
  void oneOfficerTakesBackWhatIsInForceAndNothingElse() {
    var raised = UUID.fromString(anOrangeWarning(DENGKOU));
    onRoster("duty", "office", BAYANNUR);
    assertRefused(() -> takeBack(raised, 2, "duty"), "no such revision is in force");
    assertRefused(() -> takeBack(raised, 1, "bob"), "bob does not stand on the roster");
    takeBack(raised, 1, "duty");
    assertRefused(() -> takeBack(raised, 2, "duty"), "no such revision is in force");
  }

  private void takeBack(UUID warning, long revision, String by) {
    app.sql("select take_back_warning(?, ?, ?, ?, ?, now(), null)")
        .params(warning, revision, UUID.randomUUID(), UUID.randomUUID(), by)
        .query()
        .singleRow();
  }

  private void onRoster(String person, String role, String place) {
    sql.sql(
            """
            insert into roster_entry
              (person, role, jurisdiction, way, entered_by, confirmed_by, confirmed_at)
            values (?, ?, ?, 'FIRST_USE', ?, ?, now())
            """)
        .params(person, role, place, person, person)
        .update();
  }

  private void approve(String by) {
    approve(by, "headquarters", "token of " + by, "0 minutes", "p.content_sha256");
  }

  private void approve(
      String by, String role, @Nullable String token, String before, String content) {
    app.sql(
            """
            insert into approval (proposal_id, submission, kind, to_level, content_sha256,
              submitted_by, approver, approver_role, approved_at, token_id, signed_in_at)
            select p.proposal_id, p.number, p.kind, p.to_level, %s, p.submitted_by, ?, ?,
              p.submitted_at, ?, clock_timestamp() - ?::interval
            from submission p where p.proposal_id = ?
            """
                .formatted(content))
        .params(by, role)
        .param(token)
        .params(before, proposal)
        .update();
  }

  /** The same run asks for the same once more, and takes the place of what was returned. */
  private JsonNode forecastOfAnHourLater() {
    pass(Duration.ofHours(1));
    return forecast(CHANGJI, RED);
  }

  private void submitAgain() {
    app.sql(
            """
            insert into submission (proposal_id, number, kind, to_level, content_sha256,
              submitted_by, submitter_role, submitted_at)
            select id, submissions + 1, kind, to_level, content_sha256, 'zhang', 'office',
              proposed_at from proposal where id = ?
            """)
        .param(proposal)
        .update();
  }

  private void approveSubmission(int number, String by) {
    app.sql(
            """
            insert into approval (proposal_id, submission, kind, to_level, content_sha256,
              submitted_by, approver, approver_role, approved_at, token_id, signed_in_at)
            select proposal_id, number, kind, to_level, content_sha256, submitted_by, ?,
              'headquarters', submitted_at, ?, clock_timestamp()
            from submission where proposal_id = ? and number = ?
            """)
        .params(by, "token of " + by, proposal, number)
        .update();
  }

  private void move(String state, int submissions) {
    app.sql(
            """
            update warning.proposal set state = ?, submissions = ?, version = version + 1
            where id = ?
            """)
        .params(state, submissions, proposal)
        .update();
  }

  private void issue() {
    apps.executeWithoutResult(_ -> decide());
  }

  private void decide() {
    app.sql("update warning.proposal set state = 'APPROVED', version = version + 1 where id = ?")
        .param(proposal)
        .update();
    app.sql("select warning.issue_warning(?, ?, now())")
        .params(proposal, UUID.randomUUID())
        .query()
        .singleRow();
  }

  private String level() {
    return sql.sql("select level from warning").query(String.class).single();
  }

  private void assertRefused(String statement, String by) {
    assertRefused(() -> app.sql(statement).update(), by);
  }

  private static void assertRefused(Runnable write, String by) {
    assertThatThrownBy(write::run)
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining(by);
  }
}
