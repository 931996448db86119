package lantian.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import lantian.events.Topics;
import lantian.kit.outbox.Outbox;
import lantian.testing.TopicProbe;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OnSampleService
class SendingEventsTest {
  @Autowired SampleService.Changing changing;
  @Autowired Outbox outbox;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient sql;

  private final UUID warning = UUID.randomUUID();

  @Test
  void anEventIsACloudEventInBinaryMode() {
    var id = changing.tell(Samples.aProposal(warning));
    awaitSent(id);
    var record = TopicProbe.recordsOf(Topics.WARNINGS, warning.toString()).getFirst();
    assertThat(TopicProbe.header(record, "ce_specversion")).isEqualTo("1.0");
    assertThat(TopicProbe.header(record, "ce_id")).isEqualTo(id.toString());
    assertThat(TopicProbe.header(record, "ce_type")).isEqualTo("warning.proposed.v1");
    assertThat(TopicProbe.header(record, "ce_source")).isEqualTo("/lantian/sample-service");
    assertThat(TopicProbe.header(record, "ce_time")).endsWith("+08:00");
    assertThat(TopicProbe.header(record, "content-type")).isEqualTo("application/json");
    assertThat(TopicProbe.header(record, "traceparent"))
        .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[0-3]");
  }

  @Test
  void eventsOfOneKeyKeepTheirOrder() {
    var ids =
        java.util.stream.IntStream.range(0, 50)
            .mapToObj(_ -> changing.tell(Samples.aProposal(warning)).toString())
            .toList();
    awaitSent(UUID.fromString(ids.getLast()));
    assertThat(TopicProbe.recordsOf(Topics.WARNINGS, warning.toString()))
        .extracting(record -> TopicProbe.header(record, "ce_id"))
        .containsExactlyElementsOf(ids);
  }

  @Test
  void anEventOfAChangeThatRolledBackIsNeverSent() {
    transaction.executeWithoutResult(
        status -> {
          outbox.append(Samples.aProposal(warning));
          status.setRollbackOnly();
        });
    awaitSent(changing.tell(Samples.aProposal(UUID.randomUUID())));
    assertThat(TopicProbe.recordsOf(Topics.WARNINGS, warning.toString())).isEmpty();
  }

  @Test
  void withoutATransactionNothingIsAppended() {
    assertThatThrownBy(() -> outbox.append(Samples.aProposal(warning)))
        .isInstanceOf(IllegalStateException.class);
  }

  private void awaitSent(UUID id) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                sql.sql("select count(*) from outbox where event_id = ? and sent_at is not null")
                        .param(id)
                        .query(Integer.class)
                        .single()
                    == 1);
  }
}
