package lantian.kit.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lantian.kit.sample.SampleService;
import lantian.testing.OnRealBrokerAndDatabase;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.ClassicGroupState;
import org.junit.jupiter.api.Test;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;

@SpringBootTest(
    classes = SampleService.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "spring.config.name=sample-service")
@OnRealBrokerAndDatabase
class JoiningAGroupTest {
  @Autowired Readers readers;
  @Autowired KafkaAdmin kafka;

  @Test
  void aReaderIsAStaticMemberOfAClassicGroupWithCooperativeAssignment() throws Exception {
    var group = readers.all().getFirst().group();
    try (var admin = Admin.create(kafka.getConfigurationProperties())) {
      var joined =
          await()
              .atMost(Duration.ofSeconds(30))
              .until(
                  () -> admin.describeClassicGroups(List.of(group)).all().get().get(group),
                  found -> found.state() == ClassicGroupState.STABLE);
      assertThat(joined.protocolData()).isEqualTo("cooperative-sticky");
      assertThat(joined.members())
          .singleElement()
          .satisfies(
              member ->
                  assertThat(member.groupInstanceId()).hasValue("sample-service-1-warnings-0"));
    }
  }

  @Test
  void aReaderIsMissedAfterTenSecondsAndFindsTheBrokerAgainWithinOne() {
    var container = Objects.requireNonNull(readers.all().getFirst().container());
    var factory =
        (ConsumerFactory<?, ?>)
            Objects.requireNonNull(
                new DirectFieldAccessor(container).getPropertyValue("consumerFactory"));
    Map<String, Object> expected =
        Map.of(
            "session.timeout.ms", "10000",
            "heartbeat.interval.ms", "1000",
            "group.protocol", "classic",
            "max.poll.records", "50",
            "isolation.level", "read_committed",
            "auto.offset.reset", "earliest",
            "enable.auto.commit", "false",
            "reconnect.backoff.max.ms", "1000");
    assertThat(factory.getConfigurationProperties().entrySet())
        .extracting(entry -> Map.entry(entry.getKey(), entry.getValue().toString()))
        .containsAll(
            expected.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue().toString()))
                .toList());
  }
}
