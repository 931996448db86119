package lantian.warning.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import lantian.kit.security.Role;
import lantian.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import tools.jackson.databind.JsonNode;

/** Paper still rules: what was signed and sealed is kept with what was decided. */
class ApprovalFormTest extends Lifecycle {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final byte[] PDF = scan("%PDF-1.7\n审批表");
  private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a00ff");
  private static final byte[] JPEG = HexFormat.of().parseHex("ffd8ffe000104a46");

  @Test
  void aSealedFormIsKeptWithTheProposalAndComesBackAsItWas() throws Exception {
    var submitted = submitted();
    var added = upload(submitted, Role.OFFICE, "zhang", PDF);
    assertThat(added.statusCode()).as(text(added)).isEqualTo(201);
    assertThat(upload(submitted, Role.HEADQUARTERS, "li", PNG).statusCode()).isEqualTo(201);
    assertThat(upload(submitted, Role.OFFICE, "chen", PDF).statusCode()).as("again").isEqualTo(200);
    done(headquarters("li"), submitted, "approve");
    assertThat(upload(submitted, Role.OFFICE, "zhang", JPEG).statusCode()).isEqualTo(201);

    var forms = headquarters("li").get(path(submitted)).json().at("/items");
    assertThat(forms.findValuesAsString("mediaType"))
        .containsExactly("application/pdf", "image/png", "image/jpeg");
    assertThat(forms.findValuesAsString("by")).containsExactly("zhang", "li", "zhang");
    assertThat(text(forms, "/0/sha256"))
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(PDF)));

    var back = send(request(path(submitted) + "/1", Role.SUPERVISION, "s").GET());
    assertThat(back.body()).isEqualTo(PDF);
    assertThat(back.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment")
        .contains("approval-form-1.pdf");
    assertThat(back.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(back.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("sandbox");
    var timeline =
        office("zhang")
            .get("/api/v1/warnings/" + text(submitted, "/warningId") + "/timeline")
            .json();
    assertThat(timeline.toString()).containsOnlyOnce("image/jpeg").contains("APPROVAL_FORM");
  }

  @Test
  void onlyAScanIsTakenWhateverItIsSaidToBe() throws Exception {
    var submitted = submitted();
    for (var other :
        new byte[][] {
          scan("<html><script>alert(1)</script>"),
          scan("PK\u0003\u0004 a zip"),
          scan("%PDF"),
          new byte[0],
          scan("GIF89a")
        }) {
      var refused = upload(submitted, Role.OFFICE, "zhang", other);
      assertThat(refused.statusCode()).as(text(refused)).isEqualTo(415);
      assertThat(text(refused)).contains("PDF");
    }
    var large = Arrays.copyOf(PDF, 5 * 1024 * 1024 + 1);
    assertThat(upload(submitted, Role.OFFICE, "zhang", large).statusCode()).isEqualTo(413);
    var largest = Arrays.copyOf(PDF, 5 * 1024 * 1024);
    assertThat(upload(submitted, Role.OFFICE, "zhang", largest).statusCode()).isEqualTo(201);
  }

  @Test
  void itBelongsToWhatWasPutForwardAndToThePlace() throws Exception {
    var open = forecast(CHANGJI, ORANGE);
    assertThat(upload(open, Role.OFFICE, "zhang", PDF).statusCode()).isEqualTo(409);
    var submitted = done(office("zhang"), open, "submit");
    assertThat(upload(submitted, Role.MONITORING, "m", PDF).statusCode()).isEqualTo(403);
    upload(submitted, Role.OFFICE, "zhang", PDF);
    var elsewhere = rest.as(Role.OFFICE, "other", BAYANNUR);
    assertThat(elsewhere.get(path(submitted)).status()).isEqualTo(403);
    assertThat(elsewhere.get(path(submitted) + "/1").status()).isEqualTo(403);
    assertThat(rest.as(Role.EXPERTS).get(path(submitted) + "/1").status()).isEqualTo(403);
    assertThat(office("zhang").get(path(submitted) + "/2").status()).isEqualTo(404);
  }

  @Test
  void theDatabaseKeepsItAsItCame() throws Exception {
    var submitted = submitted();
    upload(submitted, Role.OFFICE, "zhang", PDF);
    assertRefused("update approval_form set added_by = 'eve'", "only added to");
    assertRefused("delete from approval_form", "only added to");
    var insert =
        """
        insert into approval_form select proposal_id, 2, %s, octet_length(x), %s, x, 'eve', 'office',
          added_at from approval_form, (select convert_to('%s', 'UTF8') x) given
        """;
    assertRefused(
        insert.formatted("'application/pdf'", "encode(sha256(x), 'hex')", "<html>"), "a_scan");
    assertRefused(insert.formatted("null", "encode(sha256(x), 'hex')", "<html>"), "null value");
    assertRefused(
        insert.formatted("'application/pdf'", "repeat('0', 64)", "%PDF-1"),
        "with_this_fingerprint");
  }

  private void assertRefused(String statement, String by) {
    assertThatThrownBy(() -> sql.sql(statement).update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining(by);
  }

  private JsonNode submitted() {
    return done(office("zhang"), forecast(CHANGJI, ORANGE), "submit");
  }

  private static String path(JsonNode proposal) {
    return "/api/v1/proposals/" + text(proposal, "/id") + "/approval-forms";
  }

  private HttpResponse<byte[]> upload(JsonNode proposal, Role role, String user, byte[] scan)
      throws Exception {
    return send(
        request(path(proposal), role, user)
            .header("Content-Type", "application/pdf")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.ofByteArray(scan)));
  }

  private HttpRequest.Builder request(String path, Role role, String user) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + rest.port() + path))
        .header("Authorization", "Bearer " + TestTokens.of(role, user, "*", null));
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static byte[] scan(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
