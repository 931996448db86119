package lantian.notification.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantian.kit.security.Role;
import lantian.notification.Duties;
import lantian.notification.Liaisons;
import lantian.notification.OnNotificationService;
import lantian.notification.Receiver;
import lantian.testing.Rest;
import lantian.testing.TopicProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** A secret stands in its contact's row and nowhere else. */
@OnNotificationService
class KeepingSecretsTest {
  @Autowired Rest rest;
  @Autowired JdbcClient sql;
  @Autowired Liaisons liaisons;
  @Autowired TopicProbe topics;
  @Autowired javax.sql.DataSource database;

  private final Receiver receiver = new Receiver();
  private final String unit = Liaisons.newUnit();

  @AfterEach
  void close() {
    receiver.close();
  }

  private Rest keyed() {
    return rest.as(Role.OFFICE).with("Idempotency-Key", UUID.randomUUID().toString());
  }

  private Map<String, Object> contact() {
    return Liaisons.contact(unit, "王芳", receiver.url());
  }

  @Test
  void oneThatTheServiceMadeStandsInNoOtherColumnOfAnyTable() {
    var office = keyed();
    var secret = office.post("/api/v1/contacts", contact()).json().get("secret").asString();
    office.post("/api/v1/contacts", contact());
    tell();

    assertThat(columnsThatHold(secret)).containsExactly("contact.secret");
  }

  @Test
  void norDoesOneThatSomebodyBrought() {
    var secret = new Secrets().next();
    var contact = contact();
    contact.put("secret", secret);
    var office = keyed();
    var first = office.post("/api/v1/contacts", contact);
    var second = office.post("/api/v1/contacts", contact);
    tell();

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("idempotent-replayed")).isEqualTo("true");
    assertThat(second.header("idempotent-withheld")).isNull();
    assertThat(columnsThatHold(secret)).containsExactly("contact.secret");
  }

  @Test
  void whatWasKeptByAnEarlierVersionIsTakenOutOfItsAnswer() throws Exception {
    var secret = new Secrets().next();
    var key = UUID.randomUUID().toString();
    sql.sql(
            """
            insert into kept_answer (scope, caller, method, path, key, content_sha256, status, body)
            values (sha256(convert_to(:key, 'UTF8')), 'office', 'POST', '/api/v1/contacts', :key,
              sha256(''), 201, convert_to(:body, 'UTF8'))
            """)
        .param("key", key)
        .param("body", "{\"id\": \"1\", \"secret\": \"" + secret + "\", \"name\": \"王芳\"}")
        .update();
    assertThat(columnsThatHold(secret)).containsExactly("kept_answer.body");

    try (var connection = database.getConnection()) {
      ScriptUtils.executeSqlScript(
          connection, new ClassPathResource("db/notification/V6__no_secret_in_kept_answers.sql"));
    }

    assertThat(columnsThatHold(secret)).isEmpty();
    assertThat(
            sql.sql("select withheld || convert_from(body, 'UTF8') from kept_answer where key = ?")
                .param(key)
                .query(String.class)
                .single())
        .isEqualTo("/secret{\"id\": \"1\", \"name\": \"王芳\"}");
  }

  /** A message is signed with the secret and sent. */
  private void tell() {
    var warning = UUID.randomUUID();
    topics.send(Duties.assigned(warning, 1, unit));
    liaisons.awaitStates(warning, "ACCEPTED");
  }

  /** All columns of the service's tables, as text or as bytes. */
  private List<String> columnsThatHold(String secret) {
    var base64 = secret.substring(Secrets.PREFIX.length());
    return sql
        .sql(
            """
            select table_name, column_name, data_type from information_schema.columns
            join information_schema.tables using (table_schema, table_name)
            where table_schema = current_schema() and table_type = 'BASE TABLE'
            order by table_name, column_name
            """)
        .query((rs, _) -> List.of(rs.getString(1), rs.getString(2), rs.getString(3)))
        .list()
        .stream()
        .filter(column -> holds(column.get(0), column.get(1), column.get(2), base64))
        .map(column -> column.get(0) + "." + column.get(1))
        .toList();
  }

  private boolean holds(String table, String column, String type, String secret) {
    var found =
        type.equals("bytea")
            ? "position(convert_to(?, 'UTF8') in \"%s\") > 0"
            : "position(? in \"%s\"::text) > 0";
    return sql.sql(
            ("select exists (select 1 from \"%s\" where " + found + ")").formatted(table, column))
        .param(secret)
        .query(Boolean.class)
        .single();
  }
}
