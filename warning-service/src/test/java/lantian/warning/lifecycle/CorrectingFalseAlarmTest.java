package lantian.warning.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import lantian.events.Topics;
import lantian.kit.security.Role;
import lantian.testing.EventSchemas;
import lantian.testing.Rest;
import lantian.testing.TopicProbe;
import lantian.warning.publication.signature.Signing;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.w3c.dom.Document;
import tools.jackson.databind.json.JsonMapper;

/** A warning that was published in error is taken back by one person, in two actions. */
class CorrectingFalseAlarmTest extends Lifecycle {
  @Autowired Signing signing;

  @Test
  void onePersonTakesItBackInTwoActions() throws Exception {
    var id = anOrangeWarning(CHANGJI);
    pass(Duration.ofMinutes(3));
    var first = office("sun").post(path(id), null);
    assertThat(first.status()).as(first.body()).isEqualTo(200);
    assertThat(first.header("ETag")).isEqualTo("\"1\"");
    assertThat(text(first.json(), "/texts/headline/zh")).isEqualTo("更正：昌吉州撤销重污染天气橙色预警");
    assertThat(text(first.json(), "/texts/headline/en")).startsWith("Correction: Changji");
    assertThat(level(id)).isEqualTo("ORANGE");

    var second =
        office("sun")
            .with("If-Match", first.header("ETag"))
            .post(path(id) + "/confirm", Map.of("reason", "误把演练数据当作实况"));
    assertThat(second.status()).as(second.body()).isEqualTo(200);
    assertThat(level(id)).isEqualTo("NONE");
    assertThat(second.json().at("/texts")).isEqualTo(first.json().at("/texts"));

    var cancel = signing.verifying().verify(text(second.json(), "/cap"));
    assertThat(text(cancel, "msgType")).isEqualTo("Cancel");
    assertThat(text(cancel, "sent")).isEqualTo(time(now()));
    assertThat(text(cancel, "references"))
        .isEqualTo(
            "652300@lantian.example," + id + ".1," + time(now().minus(Duration.ofMinutes(3))));
    // Word for word what was prepared; the stamp and the signature alone are new.
    assertThat(text(second.json(), "/cap").replaceFirst("<Signature[\\s\\S]*</Signature>", ""))
        .isEqualTo(
            text(first.json(), "/cap")
                .replace("{identifier}", id + ".2")
                .replace("{sent}", time(now())));

    assertThat(rest.get("/public/warnings").json().at("/warnings").size()).isZero();
    var told = rest.get("/public/warnings/" + id).json();
    assertThat(text(told, "/kind")).isEqualTo("CANCEL");
    assertThat(text(told, "/told/headline/zh")).isEqualTo("更正：昌吉州撤销重污染天气橙色预警");
    assertThat(rest.get("/public/feed.atom").body()).contains("更正：").doesNotContain("误把演练");
    assertThat(rest.get("/public/warnings/" + id + "/cap").body()).doesNotContain("sun");
  }

  @Test
  void theOthersAreTold() {
    var id = anOrangeWarning(CHANGJI);
    corrected(id, "sun");
    var records =
        Awaitility.await()
            .until(() -> TopicProbe.recordsOf(Topics.WARNINGS, id), found -> found.size() >= 4);
    assertThat(records).flatExtracting(EventSchemas::objectionsTo).isEmpty();
    var record = records.getLast();
    assertThat(TopicProbe.header(record, "ce_type")).isEqualTo("warning.level-changed.v1");
    var event = JsonMapper.shared().readTree(record.value());
    assertThat(text(event, "/kind")).isEqualTo("CANCEL");
    assertThat(text(event, "/from")).isEqualTo("ORANGE");
    assertThat(text(event, "/to")).isEqualTo("NONE");
    assertThat(text(event, "/submittedBy")).isEqualTo("sun");
    assertThat(event.at("/approvedBy").size()).isZero();
    assertThat(event.at("/version").intValue()).isEqualTo(2);
    assertThat(text(event, "/follows")).isEqualTo(TopicProbe.header(records.get(2), "ce_id"));
    assertThat(text(event, "/reason/zh")).contains("系误发，现予撤销");
    assertThat(text(event, "/cause")).isEqualTo("PARTICULATE");
  }

  @Test
  void onlyTheOfficeOfTheGovernmentThatDecidesMay() {
    var id = anOrangeWarning(DENGKOU);
    for (var role : Role.values()) {
      if (role != Role.OFFICE) {
        assertThat(rest.as(role).post(path(id), null).status()).as(role.name()).isEqualTo(403);
        assertThat(rest.as(role).ifMatch(1).post(path(id) + "/confirm", null).status())
            .isEqualTo(403);
      }
    }
    assertThat(rest.post(path(id), null).status()).isEqualTo(401);
    var county = rest.as(Role.OFFICE, "o", DENGKOU);
    assertThat(county.post(path(id), null).status()).isEqualTo(403);
    assertThat(county.ifMatch(1).post(path(id) + "/confirm", null).status()).isEqualTo(403);
    var city = rest.as(Role.OFFICE, "o", BAYANNUR);
    assertThat(city.ifMatch(1).post(path(id) + "/confirm", null).status()).isEqualTo(200);
  }

  @Test
  void whatWasNotLookedAtIsNotTakenBack() {
    var id = anOrangeWarning(CHANGJI);
    assertThat(office("sun").post(path(id) + "/confirm", null).status()).isEqualTo(428);
    pass(Duration.ofHours(24));
    var red = done(office("zhang"), forecast(CHANGJI, RED), "submit");
    done(headquarters("zhao"), done(headquarters("li"), red, "approve"), "approve");
    assertThat(office("sun").ifMatch(1).post(path(id) + "/confirm", null).status()).isEqualTo(412);
    assertThat(level(id)).isEqualTo("RED");
    assertThat(text(office("sun").post(path(id), null).json(), "/texts/headline/zh"))
        .isEqualTo("更正：昌吉州撤销重污染天气红色预警");
    assertThat(office("sun").ifMatch(2).post(path(id) + "/confirm", null).status()).isEqualTo(200);
  }

  @Test
  void itIsTakenBackOnceAndAnEndedOneNotAtAll() {
    var id = anOrangeWarning(CHANGJI);
    corrected(id, "sun");
    assertThat(office("sun").ifMatch(1).post(path(id) + "/confirm", null).status()).isEqualTo(409);
    assertThat(office("sun").post(path(id), null).status()).isEqualTo(409);
    var unknown = "/api/v1/warnings/00000000-0000-0000-0000-000000000001/correction";
    assertThat(office("sun").post(unknown, null).status()).isEqualTo(404);
    assertThat(office("sun").ifMatch(1).post(unknown + "/confirm", null).status()).isEqualTo(404);
  }

  @Test
  void aProposalThatWaitsForApprovalGoesWithIt() {
    var id = anOrangeWarning(CHANGJI);
    pass(Duration.ofHours(24));
    var upgrade = done(office("zhang"), forecast(CHANGJI, RED), "submit");
    corrected(id, "sun");
    var late = act(headquarters("li"), upgrade, "approve");
    assertThat(late.status()).isEqualTo(409);
    var now = office("zhang").get("/api/v1/proposals/" + text(upgrade, "/id")).json();
    assertThat(text(now, "/state")).isEqualTo("SUPERSEDED");
    // And the air may give reason for a new warning, which is decided as any other.
    pass(Duration.ofHours(1));
    var next = forecast(CHANGJI, ORANGE);
    assertThat(text(next, "/kind")).isEqualTo("RAISE");
    assertThat(text(next, "/warningId")).isNotEqualTo(id);
  }

  @Test
  void theTimelineAndTheWarningSayWhatHappened() {
    var id = anOrangeWarning(CHANGJI);
    pass(Duration.ofMinutes(2));
    corrected(id, "sun");
    var steps = office("reader").get("/api/v1/warnings/" + id + "/timeline").json().at("/steps");
    var corrected = steps.get(steps.size() - 2);
    assertThat(text(corrected, "/step")).isEqualTo("CORRECTED");
    assertThat(text(corrected, "/by")).isEqualTo("sun");
    var published = steps.get(steps.size() - 1);
    assertThat(text(published, "/step")).isEqualTo("PUBLISHED");
    assertThat(text(published, "/kind")).isEqualTo("CANCEL");
    assertThat(published.at("/revision").intValue()).isEqualTo(2);
    var warning = office("reader").get("/api/v1/warnings/" + id).json();
    assertThat(text(warning, "/state")).isEqualTo("LIFTED");
    assertThat(text(warning, "/cause")).isEqualTo("PARTICULATE");
    assertThat(text(warning, "/liftedAt")).isEqualTo(time(now()));
  }

  @Test
  void theDatabaseLetsNobodyRaiseOrChangeALevelByACorrection() {
    var id = UUID.fromString(anOrangeWarning(CHANGJI));
    assertRefused("kind, to_level", "'UPGRADE', 'RED'", id, "non-DEFAULT value");
    assertThatThrownBy(() -> insertCorrection(id, 1, "headquarters", sha(id)))
        .hasMessageContaining("corrector_role");
    assertThatThrownBy(() -> insertCorrection(id, 1, "office", "0".repeat(64)))
        .hasMessageContaining("fkey");
    assertThatThrownBy(() -> insertCorrection(id, 2, "office", sha(id)))
        .hasMessageContaining("fkey");
    // A correction without the revision that ends the warning is none.
    assertThatThrownBy(() -> insertCorrection(id, 1, "office", sha(id)))
        .hasMessageContaining("correction_id_fkey");
    assertThat(level(id.toString())).isEqualTo("ORANGE");
  }

  @Test
  void theDatabaseTakesARevisionByCorrectionForAnEndAlone() {
    var id = UUID.fromString(anOrangeWarning(CHANGJI));
    assertThatThrownBy(() -> change(id, "UPGRADE", "RED", "eve", "eve"))
        .hasMessageContaining("one_authority");
    assertThatThrownBy(() -> change(id, "LIFT", "NONE", "eve", "eve"))
        .hasMessageContaining("one_authority");
    assertThatThrownBy(() -> change(id, "CANCEL", "NONE", "eve", "mallory"))
        .hasMessageContaining("corrected_as_written");
    assertThatThrownBy(
            () ->
                sql.sql(
                        """
                        insert into warning_change (warning_id, revision, event_id, mode, jurisdiction,
                          kind, from_level, to_level, content_sha256, submitted_by, published_at, valid_from)
                        select warning_id, 2, ?, mode, jurisdiction, 'CANCEL', 'ORANGE', 'NONE', content_sha256,
                          'eve', published_at, published_at from warning_change where warning_id = ?
                        """)
                    .params(UUID.randomUUID(), id)
                    .update())
        .as("neither a proposal nor a correction")
        .hasMessageContaining("violates check constraint");
    change(id, "CANCEL", "NONE", "eve", "eve");
    assertThat(level(id.toString())).isEqualTo("NONE");
    assertThatThrownBy(() -> sql.sql("update correction set corrected_by = 'x'").update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("only added to");
  }

  private static String path(String id) {
    return "/api/v1/warnings/" + id + "/correction";
  }

  private void corrected(String id, String by) {
    Rest.Answer first = office(by).post(path(id), null);
    var second =
        office(by).with("If-Match", first.header("ETag")).post(path(id) + "/confirm", null);
    assertThat(second.status()).as(second.body()).isEqualTo(200);
  }

  private String level(String id) {
    return sql.sql("select level from warning where id = ?::uuid")
        .param(id)
        .query(String.class)
        .single();
  }

  private String sha(UUID id) {
    return sql.sql("select correction_sha256 from publication where warning_id = ?")
        .param(id)
        .query(String.class)
        .single();
  }

  private void insertCorrection(UUID id, long revision, String role, String sha256) {
    sql.sql(
            """
            insert into correction (id, warning_id, revision, mode, jurisdiction, from_level, content_sha256,
              corrected_by, corrector_role, corrected_at)
            select ?, id, ?, mode, jurisdiction, level, ?, 'eve', ?, now() from warning where id = ?
            """)
        .params(UUID.randomUUID(), revision, sha256, role, id)
        .update();
  }

  private void assertRefused(String columns, String values, UUID id, String by) {
    assertThatThrownBy(
            () ->
                sql.sql(
                        """
                        insert into correction (id, warning_id, revision, mode, jurisdiction, from_level,
                          content_sha256, corrected_by, corrector_role, corrected_at, %s)
                        select ?, id, 1, mode, jurisdiction, level, '', 'eve', 'office', now(), %s
                        from warning where id = ?
                        """
                            .formatted(columns, values))
                    .params(UUID.randomUUID(), id)
                    .update())
        .hasStackTraceContaining(by);
  }

  /** A correction by one, and a revision that says it was another's. */
  private void change(UUID id, String kind, String to, String by, String saidToBeBy) {
    transaction.executeWithoutResult(
        _ -> {
          var correction = UUID.randomUUID();
          sql.sql("update warning set revision = 2, level = ? where id = ?")
              .params(to, id)
              .update();
          sql.sql(
                  """
                  insert into correction (id, warning_id, revision, mode, jurisdiction, from_level,
                    content_sha256, corrected_by, corrector_role, corrected_at)
                  select ?, p.warning_id, 1, p.mode, p.jurisdiction, 'ORANGE', p.correction_sha256, ?, 'office',
                    p.published_at from publication p where p.warning_id = ?
                  """)
              .params(correction, by, id)
              .update();
          sql.sql(
                  """
                  insert into warning_change (warning_id, revision, event_id, mode, jurisdiction, correction_id,
                    kind, from_level, to_level, content_sha256, submitted_by, published_at, valid_from)
                  select c.warning_id, 2, ?, c.mode, c.jurisdiction, c.id, ?, 'ORANGE', ?, c.content_sha256, ?,
                    c.corrected_at, c.corrected_at from correction c where c.id = ?
                  """)
              .params(UUID.randomUUID(), kind, to, saidToBeBy, correction)
              .update();
        });
  }

  private static String text(Document document, String name) {
    return document.getElementsByTagNameNS("*", name).item(0).getTextContent();
  }
}
