package lantian.kit.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.UUID;
import lantian.kit.sample.SampleService;
import lantian.testing.OnRealBrokerAndDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers are kept for seven days by the database's clock, and then no longer. */
@SpringBootTest(
    classes = SampleService.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.config.name=sample-service")
@OnRealBrokerAndDatabase
class ForgettingAnswersTest {
  @Autowired ForgettingAnswers forgetting;
  @Autowired JdbcClient sql;

  @Test
  void afterSevenDaysAnAnswerIsForgotten() {
    var old = anAnswerOf("7 days 1 minute");
    var recent = anAnswerOf("6 days 23 hours 59 minutes");
    forgetting.run();
    assertThat(isKept(old)).isFalse();
    assertThat(isKept(recent)).isTrue();
  }

  @Test
  void manyAreForgottenInOneGo() {
    sql.sql(
            """
            insert into kept_answer (scope, caller, method, path, key, content_sha256, status, body,
              kept_at)
            select sha256(int4send(n)), 'many', 'POST', '/', 'k', sha256(int4send(n)), 200, '',
              clock_timestamp() - interval '8 days'
            from generate_series(1, 2500) n
            """)
        .update();
    forgetting.run();
    assertThat(
            sql.sql("select count(*) from kept_answer where caller = 'many'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  private UUID anAnswerOf(String age) {
    var id = UUID.randomUUID();
    var bytes =
        ByteBuffer.allocate(32)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
    sql.sql(
            """
            insert into kept_answer (scope, caller, method, path, key, content_sha256, status, body,
              kept_at)
            values (?, 'somebody', 'POST', '/', ?, ?, 200, '', clock_timestamp() - ?::interval)
            """)
        .params(bytes, id.toString(), bytes, age)
        .update();
    return id;
  }

  private boolean isKept(UUID id) {
    return sql.sql("select count(*) from kept_answer where key = ?")
            .param(id.toString())
            .query(Integer.class)
            .single()
        == 1;
  }
}
