package lantian.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import lantian.testing.BrokerAndDatabase;
import lantian.testing.Rest;
import lantian.testing.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

class StartingWithoutABrokerTest {
  private final TcpForward broker = new TcpForward(BrokerAndDatabase.bootstrapServers());

  @AfterEach
  void close() {
    broker.close();
  }

  @Test
  void theServiceStartsTakesWritesAndSendsAndReadsOnceTheBrokerIsThere() {
    var begun = System.nanoTime();
    try (var service = start()) {
      assertThat(since(begun)).as("the start").isLessThan(Duration.ofSeconds(90));
      var rest = new Rest(service.getEnvironment());
      assertThat(rest.get("/actuator/health/readiness").status()).isEqualTo(200);
      assertThat(rest.get("/actuator/health/liveness").status()).isEqualTo(200);
      var told =
          service.getBean(SampleService.Changing.class).tell(Samples.aProposal(UUID.randomUUID()));

      broker.open();
      var there = System.nanoTime();
      await().atMost(Duration.ofSeconds(20)).until(() -> isSent(service, told));
      assertThat(since(there)).as("until it is sent").isLessThan(Duration.ofSeconds(10));
      await().atMost(Duration.ofSeconds(30)).until(() -> isSeen(service, told));

      begun = System.nanoTime();
      service.close();
      assertThat(since(begun)).as("the stop").isLessThan(Duration.ofSeconds(20));
    }
  }

  private ConfigurableApplicationContext start() {
    return new SpringApplicationBuilder(SampleService.class, TestTokens.class)
        .profiles("local")
        .properties("spring.config.name=sample-service")
        .initializers(
            new BrokerAndDatabase(),
            context ->
                context
                    .getEnvironment()
                    .getPropertySources()
                    .addFirst(
                        new MapPropertySource("away", Map.of("lantian.kafka", broker.address()))))
        .run();
  }

  private static boolean isSent(ConfigurableApplicationContext service, UUID id) {
    return service
        .getBean(JdbcClient.class)
        .sql("select sent_at is not null from outbox where event_id = ?")
        .param(id)
        .query(Boolean.class)
        .single();
  }

  private static boolean isSeen(ConfigurableApplicationContext service, UUID id) {
    return service
            .getBean(JdbcClient.class)
            .sql("select count(*) from seen where event_id = ?")
            .param(id)
            .query(Integer.class)
            .single()
        == 1;
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }
}
