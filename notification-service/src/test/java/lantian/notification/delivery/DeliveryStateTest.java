package lantian.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import lantian.notification.OnNotificationService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnNotificationService
class DeliveryStateTest {
  @Autowired JdbcClient sql;

  @Test
  void theDatabaseHoldsTheSameTableOfTransitions() {
    List<String> inTheDatabase =
        sql.sql("select from_state || ' ' || to_state from delivery_transition")
            .query((rs, _) -> rs.getString(1))
            .list();

    assertThat(inTheDatabase).containsExactlyInAnyOrderElementsOf(inTheProgram());
  }

  @Test
  void whatTheTriggerLetsPassIsWrittenFromThatTable() {
    var trigger =
        sql.sql("select pg_get_triggerdef(oid) from pg_trigger where tgname = ?")
            .param("delivery_state_moves")
            .query(String.class)
            .single();

    assertThat(Pattern.compile("'([A-Z_]+ [A-Z_]+)'").matcher(trigger).results())
        .extracting(found -> found.group(1))
        .containsExactlyInAnyOrderElementsOf(inTheProgram());
  }

  private static List<String> inTheProgram() {
    return Arrays.stream(DeliveryState.values())
        .flatMap(from -> from.next().stream().map(to -> from + " " + to))
        .toList();
  }

  @Test
  void theDatabaseRefusesWhatTheTableDoesNotName() {
    sql.sql(
            """
            insert into delivery (id, mode, warning_id, revision, jurisdiction, unit, contact_id, channel, origin,
              purpose, content, state, created_at, sent_at, give_up_at)
            values ('00000000-0000-0000-0000-00000000beef', 'LIVE', gen_random_uuid(), 1, '652300', 'zjj',
              gen_random_uuid(), 'WEBHOOK', 'https://example.org', 'LEVEL_CHANGE', '{}', 'ACCEPTED', now(), now(), now())
            """)
        .update();

    assertThatThrownBy(
            () ->
                sql.sql(
                        """
                        update delivery set state = 'PENDING', due_at = now()
                        where id = '00000000-0000-0000-0000-00000000beef'
                        """)
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("a delivery does not go from ACCEPTED to PENDING");
    sql.sql("delete from delivery where id = '00000000-0000-0000-0000-00000000beef'").update();
  }
}
