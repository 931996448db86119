package lantian.kit.parking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import lantian.events.Topics;
import lantian.kit.sample.SampleService;
import lantian.kit.sample.Samples;
import lantian.testing.OnRealBrokerAndDatabase;
import lantian.testing.TopicProbe;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
    classes = SampleService.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.config.name=sample-service")
@OnRealBrokerAndDatabase
@Import(ParkingStoreDownTest.AwayTwice.class)
class ParkingStoreDownTest {
  @Autowired TopicProbe topics;
  @Autowired JdbcClient sql;
  @Autowired ParkingLot lot;

  private final UUID warning = UUID.randomUUID();

  /** A parking lot whose database does not answer the first two times. */
  @TestConfiguration(proxyBeanMethods = false)
  static class AwayTwice {
    static final AtomicInteger FAILURES = new AtomicInteger();

    @Bean
    ParkingLot parkingLot(JdbcClient sql, JsonMapper jsonMapper) {
      return new ParkingLot(sql, jsonMapper) {
        @Override
        void park(ConsumerRecord<?, ?> record, Throwable failure) {
          if (FAILURES.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new DataAccessResourceFailureException("away");
          }
          super.park(record, failure);
        }
      };
    }
  }

  @Test
  void whileNothingCanBeParkedTheRecordWaitsAndNothingIsLost() {
    AwayTwice.FAILURES.set(2);
    topics.sendRaw(
        Topics.WARNINGS,
        warning.toString(),
        "{".getBytes(UTF_8),
        TopicProbe.headers(UUID.randomUUID(), "warning.proposed.v1"));
    var next = topics.send(Samples.aProposal(warning));

    await().atMost(Duration.ofSeconds(30)).until(() -> seen(next) == 1);
    assertThat(AwayTwice.FAILURES).hasValue(0);
    assertThat(parked()).isEqualTo(1);
  }

  @Test
  void aRecordIsParkedOnceHoweverOftenItComes() {
    lot.park(record("{1"), new IllegalStateException("x"));
    lot.park(record("{1"), new IllegalStateException("x"));
    assertThat(parked()).isEqualTo(1);
  }

  @Test
  void anotherRecordAtTheSamePlaceAfterTheTopicWasMadeAgainIsParkedToo() {
    lot.park(record("{1"), new IllegalStateException("x"));
    lot.park(record("{2"), new IllegalStateException("x"));
    assertThat(parked()).isEqualTo(2);
  }

  private ConsumerRecord<byte[], byte[]> record(String body) {
    return new ConsumerRecord<>(
        "parked." + warning, 0, 5, warning.toString().getBytes(UTF_8), body.getBytes(UTF_8));
  }

  private int parked() {
    return sql.sql("select count(*) from parked_record where record_key = ?")
        .param(warning.toString().getBytes(UTF_8))
        .query(Integer.class)
        .single();
  }

  private int seen(UUID id) {
    return sql.sql("select count(*) from seen where event_id = ?")
        .param(id)
        .query(Integer.class)
        .single();
  }
}
